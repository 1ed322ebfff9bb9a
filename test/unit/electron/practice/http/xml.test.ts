import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { element, queryXml, xmlDocument } from '../../../../../electron/practice/http/xml.ts'
import { children, childText, readXml } from '../../../../../electron/practice/http/xml-reader.ts'

describe('XML', () => {
  test('comes back as it was written, whatever the text', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((one) => !/[\r\uFEFF]/.test(one))
    fc.assert(
      fc.property(text, text, (a, b) => {
        const read = readXml(xmlDocument('Root', 'urn:x', element('A', a), element('List', [element('B', b)])))
        expect(read && childText(read, 'A')).toBe(a)
        expect(read && children(read, 'List').map((list) => childText(list, 'B'))).toEqual([b])
      }),
    )
  })

  test('of the query protocol has members for lists, ISO times, and nothing for what is not there', () => {
    const data = { Name: 'a & b', At: new Date(0), None: undefined, Tags: [{ Key: 'k' }, { Key: 'l' }], Empty: [] }
    expect(queryXml(data).xml).toBe(
      '<Name>a &amp; b</Name><At>1970-01-01T00:00:00.000Z</At>' +
        '<Tags><member><Key>k</Key></member><member><Key>l</Key></member></Tags><Empty></Empty>',
    )
  })

  test('is read with declaration, comments, attributes and empty elements', () => {
    const read = readXml(
      '\uFEFF<?xml version="1.0"?>\n<!-- a --><R xmlns="urn:x" a=\'b\'><E/><T>&#x41;&#66;&lt;</T></R>\n',
    )
    expect(read?.children.map((one) => [one.name, one.text])).toEqual([
      ['E', ''],
      ['T', 'AB<'],
    ])
  })

  test.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a>&unknown;</a>',
    '<a>&</a>',
    '<!DOCTYPE a><a/>',
    '<a><![CDATA[x]]></a>',
    '</a>',
  ])('that is not sound is not read: %s', (text) => {
    expect(readXml(text)).toBeUndefined()
  })
})

import { notParsed, type Parsed, parsed } from '../parsed.ts'
import { refuse } from '../refusal.ts'
import { decodeTemplate } from './decode.ts'
import { readYaml } from './read-yaml.ts'
import { isCutOff, resourcesOf } from './resources.ts'
import { at, isMap, type TreeMap, textOf } from './tree.ts'

/** A template that has the resources of a crawler file. Whether it is one that AWS generated is for `validate.ts`. */
export type CrawlerTemplate = TreeMap

/**
 * Reads a file as a crawler template: text, YAML, CloudFormation, and the resources that make the crawler. Refuses what is
 * something else, by what it is. Safe on any input: looks at 64 KiB at most, bounded in depth and in time, runs nothing.
 */
export function readCrawlerTemplate(file: Uint8Array | string): Parsed<CrawlerTemplate> {
  const text = decodeTemplate(file)
  if (!text.ok) return text
  const tree = readYaml(text.value)
  if (!tree.ok) return tree
  const template = tree.value
  const resources = resourcesOf(template)
  const types = [...resources.values()].map((resource) => textOf(at(resource, 'Type')) ?? '')
  if (types.some((type) => type.startsWith('AWS::BCMDataExports::')))
    return notParsed(refuse('crawler-template.cur-2', {}))
  if (!template.has('Resources') && !template.has('AWSTemplateFormatVersion')) {
    return notParsed(refuse('crawler-template.not-a-template', {}))
  }
  if (isCutOff(template)) return notParsed(refuse('crawler-template.truncated', {}))
  if (!isMap(template.get('Resources')) || !resources.has('AWSCURCrawler')) {
    return notParsed(refuse('crawler-template.other-template', { resources: resources.size }))
  }
  return parsed(template, text.findings)
}

import { describe, expect, test } from 'vitest'
import { resolve } from '../../../../../electron/practice/world/intrinsics.ts'
import { readTemplate } from '../../../../../electron/practice/world/template.ts'

describe('a CloudFormation template', () => {
  test('is put into an order in which each resource finds what it needs', () => {
    const { resources } = readTemplate(`
Parameters:
  Name: { Type: String }
Resources:
  Last: { Type: A::B::C, DependsOn: [Middle], Properties: { X: !Sub '\${First.Arn} \${Name} \${AWS::Region} \${!literal}' } }
  Middle: { Type: A::B::C, Properties: { X: !GetAtt First.Arn, Y: !Join ['-', [!Ref Name, !Ref AWS::StackName]] } }
  First: { Type: A::B::C, Properties: { X: !Sub ['\${Own}', { Own: !Ref Name }] } }
`)
    expect(resources.map((one) => one.logicalId)).toEqual(['First', 'Middle', 'Last'])
    const references = {
      values: new Map([
        ['Name', 'n'],
        ['AWS::Region', 'r'],
        ['AWS::StackName', 's'],
      ]),
      resources: new Map([['First', { ref: 'first', arn: 'arn:first' }]]),
    }
    expect(resources.map((one) => resolve(one.properties, references))).toEqual([
      { X: 'n' },
      { X: 'arn:first', Y: 'n-s' },
      { X: `arn:first n r \${literal}` },
    ])
  })

  test('reads the same in JSON', () => {
    const json =
      '{"Resources":{"R":{"Type":"A::B::C","Properties":{"X":{"Fn::Select":[1,{"Fn::Split":[",","a,b"]}]}}}}}'
    const [resource] = readTemplate(json).resources
    expect(resolve(resource?.properties, { values: new Map(), resources: new Map() })).toEqual({ X: 'b' })
  })

  test.each([
    ['A: 1\nA: 2', /YAML not well-formed\. \(line 2, column 1\)/],
    ['hello', /unsupported structure/],
    ['- a', /unsupported structure/],
    ['', /unsupported structure/],
    ['A: &a { B: 1 }\nResources: { R: *a }', /aliases are not allowed/],
    ['Resources: {}', /At least one Resources member/],
    ['Resources: { R: { Properties: {} } }', /must contain a Type member/],
    ['AWSTemplateFormatVersion: 2020-01-01\nResources: { R: { Type: A } }', /AWSTemplateFormatVersion/],
    ['Resources: { R: { Type: A, DependsOn: Q } }', /Unresolved resource dependencies \[Q\]/],
    ['Resources: { R: { Type: A, DependsOn: Q }, Q: { Type: A, DependsOn: R } }', /Circular dependency.*\[R, Q\]/],
  ])('%j is refused', (text, message) => {
    expect(() => readTemplate(text)).toThrow(message)
  })
})

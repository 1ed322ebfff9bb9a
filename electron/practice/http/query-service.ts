import { AwsFault } from './fault.ts'
import { type Form, readForm } from './form.ts'
import { reply } from './reply.ts'
import type { Call, Operation, Service } from './service.ts'
import { element, queryXml, xmlDocument } from './xml.ts'

export type QueryOperation = {
  readonly writes?: true
  resource?(form: Form, call: Call): string
  /** The result as plain data; nothing for operations that answer with metadata only. */
  run(form: Form, call: Call): Readonly<Record<string, unknown>> | undefined
}

/** A service of the AWS query protocol: a form in, XML out, the operation named by Action. */
export function queryService(facts: {
  readonly iam: string
  readonly namespace: string
  readonly operations: Readonly<Record<string, QueryOperation>>
}): Service {
  return {
    protocol: 'query',
    operations: Object.keys(facts.operations),
    find(call): Operation {
      const form = readForm(call.request.body.toString('utf8'))
      const name = form.get('Action') ?? ''
      const operation = Object.hasOwn(facts.operations, name) ? facts.operations[name] : undefined
      if (!operation) throw new AwsFault('InvalidAction', `The practice AWS does not simulate ${name}.`)
      return {
        action: `${facts.iam}:${name}`,
        resource: operation.resource?.(form, call) ?? '*',
        writes: operation.writes === true,
        decidesAccess: false,
        run: () => {
          const result = operation.run(form, call)
          const body = xmlDocument(
            `${name}Response`,
            facts.namespace,
            result && element(`${name}Result`, queryXml(result)),
            element('ResponseMetadata', element('RequestId', call.requestId)),
          )
          return reply(200, { 'content-type': 'text/xml', 'x-amzn-requestid': call.requestId }, body)
        },
      }
    },
    refuse(fault, call) {
      const body = xmlDocument(
        'ErrorResponse',
        facts.namespace,
        element(
          'Error',
          element('Type', fault.status < 500 ? 'Sender' : 'Receiver'),
          element('Code', fault.code),
          element('Message', fault.message),
        ),
        element('RequestId', call.requestId),
      )
      return reply(fault.status, { 'content-type': 'text/xml', 'x-amzn-requestid': call.requestId }, body)
    },
  }
}

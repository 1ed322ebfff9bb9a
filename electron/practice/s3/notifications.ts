import { randomUUID } from 'node:crypto'
import { reply } from '../http/reply.ts'
import { element, xmlDocument } from '../http/xml.ts'
import { children, childText, type XmlElement } from '../http/xml-reader.ts'
import type { Notification } from '../world/buckets.ts'
import { openBucket } from './access.ts'
import { readBody, type S3Operation, s3Namespace } from './operation.ts'

/** How each kind of notification is written: the element, and within it the element of the ARN. */
const elements: Record<Notification['kind'], readonly [configuration: string, arn: string]> = {
  topic: ['TopicConfiguration', 'Topic'],
  queue: ['QueueConfiguration', 'Queue'],
  function: ['CloudFunctionConfiguration', 'CloudFunction'],
}

/** Event notifications of a bucket: one configuration, replaced as a whole. */
export const notificationOperations = {
  GetBucketNotificationConfiguration: {
    action: 's3:GetBucketNotification',
    run(call, { bucket: name }) {
      const bucket = openBucket(call, { bucket: name, action: 's3:GetBucketNotification' })
      const body = xmlDocument(
        'NotificationConfiguration',
        s3Namespace,
        bucket.notifications.map(write),
        bucket.eventBridge ? element('EventBridgeConfiguration') : undefined,
      )
      return reply(200, { 'content-type': 'application/xml' }, body)
    },
  },
  PutBucketNotificationConfiguration: {
    action: 's3:PutBucketNotification',
    writes: true,
    run(call, { bucket: name }) {
      const bucket = openBucket(call, { bucket: name, action: 's3:PutBucketNotification' })
      const document = readBody(call, 'NotificationConfiguration')
      const kinds = Object.keys(elements) as Notification['kind'][]
      bucket.notifications = kinds.flatMap((kind) =>
        children(document, elements[kind][0]).map((one) => read(kind, one)),
      )
      bucket.eventBridge = children(document, 'EventBridgeConfiguration').length > 0
      return reply(200)
    },
  },
} satisfies Record<string, S3Operation>

function read(kind: Notification['kind'], source: XmlElement): Notification {
  const rules = children(source, 'Filter')
    .flatMap((filter) => children(filter, 'S3Key'))
    .flatMap((key) => children(key, 'FilterRule'))
  return {
    kind,
    id: childText(source, 'Id') ?? randomUUID(),
    arn: childText(source, elements[kind][1]) ?? '',
    events: children(source, 'Event').map((event) => event.text),
    rules: rules.map((rule) => ({
      name: capital(childText(rule, 'Name') ?? ''),
      value: childText(rule, 'Value') ?? '',
    })),
  }
}

/** S3 takes the rule's name in any case and writes it with a capital. */
function capital(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1).toLowerCase()}`
}

function write(one: Notification) {
  const [configuration, arn] = elements[one.kind]
  const rules = one.rules.map(({ name, value }) =>
    element('FilterRule', element('Name', name), element('Value', value)),
  )
  return element(
    configuration,
    element('Id', one.id),
    element(arn, one.arn),
    one.events.map((event) => element('Event', event)),
    rules.length > 0 ? element('Filter', element('S3Key', rules)) : undefined,
  )
}

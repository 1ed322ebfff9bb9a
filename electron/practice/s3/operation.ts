import { AwsFault } from '../http/fault.ts'
import type { Reply } from '../http/reply.ts'
import type { Call } from '../http/service.ts'
import { readXml, type XmlElement } from '../http/xml-reader.ts'
import type { S3Address } from './address.ts'

export const s3Namespace = 'http://s3.amazonaws.com/doc/2006-03-01/'

export type S3Operation = {
  /** IAM action that it needs; HeadObject needs s3:GetObject. */
  readonly action: string
  readonly writes?: true
  run(call: Call, address: S3Address & { readonly bucket: string; readonly key: string }): Reply
}

/** The document in a request's body. Throws MalformedXML. */
export function readBody(call: Call, root: string): XmlElement {
  const document = readXml(call.request.body.toString('utf8'))
  if (document?.name === root) return document
  const message = 'The XML you provided was not well-formed or did not validate against our published schema'
  throw new AwsFault('MalformedXML', message)
}

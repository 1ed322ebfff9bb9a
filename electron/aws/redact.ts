import { redact } from '../services/redact.ts'

/** What AWS's own answers and addresses can hold beyond what no log may hold, and what stands there instead. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  // The whole query of a signed address: version 4 and the older signature alike.
  [
    /(https?:\/\/[^\s"'<>?]+)\?[^\s"'<>]*(?:X-Amz-(?:Signature|Credential|Security-Token)|Signature=)[^\s"'<>]*/gi,
    '$1?[removed]',
  ],
  // What a rejected signature is answered with repeats the request, the session token included.
  [/<(CanonicalRequest|StringToSign|SignatureProvided|AWSAccessKeyId)>[\s\S]*?<\/\1>/g, '<$1>[removed]</$1>'],
  [/(The Canonical String for this request should have been)[\s\S]*/g, '$1 [removed]'],
  // Tokens of a sign-in (three dotted base64 parts), session tokens (long base64), keys of the practice AWS.
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]+/g, '[removed]'],
  [/(?<![\w/+=])[A-Za-z0-9/+]{100,}={0,2}(?![\w/+=])/g, '[removed]'],
  [/\bPRACTICE\d{12}\b/g, '[removed]'],
  // A secret access key is 40 characters of base64. A path or a hash is neither mixed nor of that length by chance.
  [/(?<![\w/+=-])(?=[\w/+]*[a-z])(?=[\w/+]*[A-Z])(?=[\w/+]*\d)[A-Za-z0-9/+]{40}(?![\w/+=-])/g, '[removed]'],
]

/** AWS's words as a person may read them and a log may keep them: no keys, tokens, signatures or signed addresses. */
export function redactAws(text: string): string {
  return redact(SECRETS.reduce((rest, [secret, instead]) => rest.replace(secret, instead), text))
}

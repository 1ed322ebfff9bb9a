const CUT = 4_000

/** What must never be in a log, and what stands there instead. */
const secrets: readonly (readonly [RegExp, string])[] = [
  // Presigned URLs: the signature is the right to read the object.
  [/([?&](?:X-Amz-(?:Signature|Credential|Security-Token)|AWSAccessKeyId|Signature)=)[^&\s"'<>]*/gi, '$1[removed]'],
  [/AWS4-HMAC-SHA256\s[^\r\n"']*/g, '[removed]'],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{12,}/g, '[removed]'],
  [
    /((?:secret_?access_?key|session_?token|security-token|client_?secret|password|authorization|cookie)["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;}]+)/gi,
    '$1[removed]',
  ],
  // The key to the loopback host.
  [/(\/enter\/)[\w-]{20,}/g, '$1[removed]'],
  // A template body says more about an account than a log may keep.
  [/AWSTemplateFormatVersion[\s\S]*/g, '[template removed]'],
]

/** A text as a log may hold it: no credentials, no presigned URLs, no template bodies, at most 4,000 characters. */
export function redact(text: string): string {
  const clean = secrets.reduce((rest, [secret, instead]) => rest.replace(secret, instead), text)
  return clean.length > CUT ? `${clean.slice(0, CUT)}…` : clean
}

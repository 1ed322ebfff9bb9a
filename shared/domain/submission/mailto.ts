/** Encoded characters that every mail program and system takes; Windows cuts longer ones off. */
export const MAILTO_LIMIT = 1_800

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** The first of the mails that fits into a `mailto:` address (RFC 6068), and which it is; null where none does. */
export function mailtoUrl(mails: readonly Mail[]): { readonly url: string; readonly index: number } | null {
  for (const [index, mail] of mails.entries()) {
    const url = `mailto:${encoded(mail.to)}?subject=${encoded(mail.subject)}&body=${encoded(withCrlf(mail.text))}`
    if (url.length <= MAILTO_LIMIT) return { url, index }
  }
  return null
}

function withCrlf(text: string): string {
  return text.trimEnd().replace(/\r\n|\r|\n/g, '\r\n')
}

/** Percent-encoded, but for the signs that may stand in such an address as they are. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/%(40|3A|2F|2C)/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

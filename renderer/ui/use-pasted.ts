import { useEffect, useRef } from 'react'

/** What browsers call every picture that is pasted. */
const UNNAMED = /^image\.(png|jpe?g|gif|webp)$/

export interface Pasting {
  /** Text that is pasted outside of any field becomes a file of this name; absent: only files are taken. */
  readonly textAs?: string
}

/** Files alone. */
export const ANY_FILE: Pasting = {}

/**
 * Takes what is pasted anywhere on the screen: a file or a picture, and a text where nobody is typing. Null takes nothing.
 * What is pasted over an open dialog is the dialog's.
 */
export function usePasted(pasting: Pasting | null, onFile: (file: File) => void): void {
  const take = useRef(onFile)
  take.current = onFile
  const isOn = pasting !== null
  const textAs = pasting?.textAs ?? null

  useEffect(() => {
    if (!isOn) return
    const onPaste = (event: ClipboardEvent) => {
      if (document.querySelector('[role="dialog"]:not([aria-modal="false"])')) return
      const file = pastedFile(event) ?? (textAs === null ? null : pastedText(event, textAs))
      if (file === null) return
      event.preventDefault()
      take.current(file)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [isOn, textAs])
}

function pastedFile({ clipboardData }: ClipboardEvent): File | null {
  const file = clipboardData?.files[0]
  if (!file) return null
  if (!UNNAMED.test(file.name)) return file
  return new File([file], `pasted-picture.${file.name.split('.').at(-1) ?? 'png'}`, { type: file.type })
}

function pastedText({ clipboardData, target }: ClipboardEvent, name: string): File | null {
  const isTyping = target instanceof HTMLElement && target.closest('input,textarea,[contenteditable]') !== null
  const text = isTyping ? '' : (clipboardData?.getData('text/plain') ?? '')
  return text.trim() === '' ? null : new File([text], name, { type: 'text/plain' })
}

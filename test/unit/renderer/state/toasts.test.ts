import { beforeEach, expect, it, vi } from 'vitest'

interface Told {
  readonly action: string
  readonly options: { readonly id: string; readonly title?: string; readonly onRemove?: () => void }
}

/** The toasts as the screen is told of them: what is added and not yet closed, oldest first. */
async function listening() {
  vi.resetModules()
  const { toast, toastManager } = await import('../../../../renderer/state/toasts.ts')
  const there = new Map<string, Told['options']>()
  const remove = (id: string) => {
    const gone = there.get(id)
    there.delete(id)
    gone?.onRemove?.()
  }
  toastManager[' subscribe'](({ action, options }: Told) => {
    if (action === 'add') there.set(options.id, options)
    if (action === 'close') remove(options.id)
  })
  const titles = () => [...there.values()].map(({ title }) => title)
  return { toast, titles, close: (title: string) => remove([...there].find(([, t]) => t.title === title)?.[0] ?? '') }
}

beforeEach(() => {
  vi.stubGlobal('window', {})
  return () => vi.unstubAllGlobals()
})

it('of many messages the newest few are there: a night of failures fills no page', async () => {
  const { toast, titles } = await listening()
  for (let n = 1; n <= 300; n += 1) toast.news(`No report ${n}.`, `C-${n}`, false, () => {})
  expect(titles()).toEqual(['No report 297.', 'No report 298.', 'No report 299.', 'No report 300.'])
})

it('what was closed makes room, and what is said again takes no other place', async () => {
  const { toast, titles, close } = await listening()
  for (const said of ['One', 'Two', 'Three', 'Four']) toast.undoable(said, () => {})
  close('Two')
  toast.done('Five')
  toast.done('Five')
  expect(titles()).toEqual(['One', 'Three', 'Four', 'Five'])
  toast.done('Six')
  expect(titles()).toEqual(['Three', 'Four', 'Five', 'Six'])
})

it('what went wrong stays in the list of messages after it was put away', async () => {
  const { toast } = await listening()
  const { useMessageList } = await import('../../../../renderer/state/messages.ts')
  for (let n = 1; n <= 10; n += 1) toast.news(`No report ${n}.`, `C-${n}`, false, () => {})
  expect(useMessageList.getState().list.at(-1)).toMatchObject({ title: 'No report 1.', kind: 'failed' })
})

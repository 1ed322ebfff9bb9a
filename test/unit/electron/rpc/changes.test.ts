import { expect, it } from 'vitest'
import { createChanges } from '../../../../electron/rpc/changes.ts'

const event = { topic: 'cases', sequence: 7, ids: ['c'] } as const

it('tells every listener, until it stops listening', () => {
  const changes = createChanges()
  const heard: string[] = []
  const stop = changes.subscribe(() => heard.push('first'))
  changes.subscribe(({ sequence }) => heard.push(`second ${sequence}`))
  changes.emit(event)
  stop()
  changes.emit(event)
  expect(heard).toEqual(['first', 'second 7', 'second 7'])
})

it('lets a listener stop while it is being told', () => {
  const changes = createChanges()
  const heard: string[] = []
  const stop = changes.subscribe(() => {
    heard.push('first')
    stop()
  })
  changes.subscribe(() => heard.push('second'))
  changes.emit(event)
  changes.emit(event)
  expect(heard).toEqual(['first', 'second', 'second'])
})

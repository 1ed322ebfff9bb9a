import { describe, expect, it } from 'vitest'
import { createJobs } from '../../../../electron/services/jobs.ts'

const turn = async () => {}

describe('long work', () => {
  it('says how far it is, a change at a time that is worth showing', async () => {
    const told: string[] = []
    const jobs = createJobs(turn, (id) => void told.push(`${id} ${jobs.state(id).done}/${jobs.state(id).total}`))
    await jobs.run('a', 'export', async (job) => {
      for (let done = 0; done <= 1_000; done += 1) await job.progress(done, 1_000)
    })
    expect(told.length).toBeLessThan(210)
    expect(told.slice(0, 3)).toEqual(['a 0/0', 'a 0/1000', 'a 5/1000'])
    expect(jobs.state('a')).toEqual({ id: 'a', kind: 'export', state: 'done', done: 1_000, total: 1_000 })
  })

  it('is asked to end, and ends where it looks', async () => {
    const jobs = createJobs(turn, () => {})
    let rounds = 0
    const work = jobs.run('a', 'import', async (job) => {
      for (; !job.isCancelled(); rounds += 1) if (rounds === 3) jobs.cancel('a')
      return rounds
    })
    expect(jobs.state('a').state).toBe('cancelling')
    expect(await work).toBe(4)
    expect(jobs.state('a').state).toBe('cancelled')
  })

  it('that fails is told to whoever began it, and known to have failed', async () => {
    const jobs = createJobs(turn, () => {})
    await expect(jobs.run('a', 'export', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(jobs.state('a').state).toBe('failed')
  })

  it('is forgotten after fifty others, but never while it runs', async () => {
    const jobs = createJobs(turn, () => {})
    const { promise, resolve } = Promise.withResolvers<void>()
    const running = jobs.run('runs', 'export', () => promise)
    for (let n = 0; n < 60; n += 1) await jobs.run(`job-${n}`, 'export', async () => {})
    expect(jobs.list().map(({ id }) => id)).toEqual(['runs', ...Array.from({ length: 50 }, (_, n) => `job-${n + 10}`)])
    jobs.cancelAll()
    expect(jobs.state('runs').state).toBe('cancelling')
    expect(jobs.state('job-59').state).toBe('done')
    resolve()
    await running
  })
})

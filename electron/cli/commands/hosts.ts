import { serve } from '../../headless/serve.ts'
import { practiceEnvironment } from '../../practice/credentials.ts'
import { isScenarioName, scenarios } from '../../practice/scenarios.ts'
import { startPracticeAws } from '../../practice/server.ts'
import { openDesk } from '../../workspace/open-desk.ts'
import { type Command, WrongUsage } from '../command.ts'

/** Programs that stay until they are asked to go. */
export const hostCommands: readonly Command[] = [
  {
    path: ['serve'],
    summary: 'the app in a browser, on loopback',
    positionals: [],
    options: {
      port: { type: 'string', value: 'N', help: 'port on 127.0.0.1; a free one without it' },
      'no-open': { type: 'boolean', value: '', help: 'do not open the browser' },
    },
    workspace: false,
    async run(call) {
      const { dataFolder } = call.global
      await serve({ openDesk, dataFolder, port: readPort(call.option('port')), open: !call.flag('no-open') })
      return { json: { closed: true }, text: '' }
    },
  },
  {
    path: ['practice', 'spot-answer'],
    summary: 'the practice Spot’s link for a submission that was sent, once its practice hours have passed',
    positionals: ['CASE'],
    options: {},
    workspace: true,
    async run(call) {
      const answer = await call.send('practice.spot-answer', { case: call.positionals[0] ?? '' })
      return { json: answer, text: answer.link }
    },
  },
  {
    path: ['practice', 'aws'],
    summary: 'the practice AWS endpoints alone (simulated)',
    positionals: [],
    options: {
      port: { type: 'string', value: 'N', help: 'port on 127.0.0.1; a free one without it' },
      scenario: { type: 'string', value: 'NAME', help: `what happens: ${Object.keys(scenarios).join(', ')}` },
      speed: { type: 'string', value: 'X', help: 'practice seconds in a real one; 1 without it' },
      account: { type: 'string', value: 'ID', help: 'account of keys that name none; 111122223333 without it' },
    },
    workspace: false,
    async run(call) {
      const scenario = call.option('scenario') ?? 'happy-path'
      if (!isScenarioName(scenario)) throw new WrongUsage(`There is no scenario “${scenario}”.`)
      const speed = Number(call.option('speed') ?? '1')
      if (!(speed >= 0)) throw new WrongUsage('--speed takes a number of zero or more.')
      const account = call.option('account') ?? '111122223333'
      if (!/^\d{12}$/.test(account)) throw new WrongUsage('--account takes 12 digits.')
      const aws = await startPracticeAws({
        port: readPort(call.option('port')),
        scenario,
        speed,
        defaultAccountId: account,
      })
      const environment = practiceEnvironment(aws.url, account)
      if (call.global.json) process.stdout.write(`${JSON.stringify({ url: aws.url, environment })}\n`)
      else {
        process.stdout.write(`The practice AWS (simulated) answers at ${aws.url}\n`)
        for (const [name, value] of Object.entries(environment)) process.stdout.write(`export ${name}=${value}\n`)
      }
      await untilAsked()
      await aws.close()
      process.exit(0)
    },
  },
]

function readPort(text: string | undefined): number {
  const port = Number(text ?? '0')
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new WrongUsage('--port takes a number from 0 to 65535.')
  return port
}

function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

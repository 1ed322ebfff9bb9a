import { createServer } from 'node:net'
import { memoryOf } from './workspace.ts'

/** Milliseconds in which a program gives back to the machine what a collection let go of. */
const GIVEN_BACK = 500

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/**
 * Resident memory of a Node program in MB once what nobody holds any more was collected: what it happens to have lying
 * about says nothing of growth. Its debugger is opened for that, on the port that it was started with.
 */
export async function settledMemory(pid: number, debugPort: number): Promise<number> {
  process.kill(pid, 'SIGUSR1')
  const socket = new WebSocket(await debuggerAt(debugPort))
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  for (let id = 1; id <= 3; id += 1) {
    const answered = new Promise((resolve) => {
      socket.onmessage = resolve
    })
    socket.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }))
    await answered
    await new Promise((resolve) => setTimeout(resolve, GIVEN_BACK))
  }
  socket.close()
  return memoryOf(pid).now
}

/** Address of the one program that is debugged there, once it listens. */
async function debuggerAt(port: number): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    try {
      const reply = await fetch(`http://127.0.0.1:${port}/json/list`)
      const [program] = (await reply.json()) as readonly { readonly webSocketDebuggerUrl: string }[]
      if (program) return program.webSocketDebuggerUrl
    } catch (thrown) {
      if (tries >= 50) throw thrown
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

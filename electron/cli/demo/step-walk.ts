import type { CaseView, StepView } from '../../../shared/contract/views.ts'
import { HOUR } from '../../../shared/domain/instant.ts'
import { answersFor, type DemoProcedure, intakeFor } from './answers.ts'
import { type DemoCustomer, demoCustomers } from './customers.ts'
import type { Guide } from './journey.ts'
import { attempt, type Outcome } from './outcome.ts'

/** A customer on the way through a procedure, step by step as the app asks for it. */
interface Walk {
  readonly customer: DemoCustomer
  readonly at: number
  readonly caseId: string
  readonly ref: string
}

/** A quarter of an hour after a wait is due AWS and Spot have surely answered. */
const MARGIN_HOURS = 0.25
/** More rounds than any procedure has waits. */
const MOST_ROUNDS = 20

/**
 * Any procedure but the MSP's: each case does what is next until something has to be waited for; then the practice
 * clock is moved on to the first wait that is due. Different customers take different branches.
 */
export async function walkSteps(
  procedure: DemoProcedure,
  count: number,
  guide: Guide,
  say: (line: string) => void,
): Promise<readonly Outcome[]> {
  const problems = new Map<string, string>()
  const walks: Walk[] = []
  for (const [at, customer] of demoCustomers(count).entries()) walks.push(await open(procedure, customer, at, guide))

  let going: readonly Walk[] = walks
  for (let round = 0; round < MOST_ROUNDS && going.length > 0; round += 1) {
    const waiting: Walk[] = []
    for (const walk of going) {
      const problem = await attempt(() => goOn(walk, procedure, guide))
      if (problem !== null) problems.set(walk.caseId, problem)
      else if ((await view(walk, guide)).state === 'open') waiting.push(walk)
    }
    going = waiting
    if (going.length > 0) await passUntilDue(going, guide, say)
  }
  const outcomes: Outcome[] = []
  for (const walk of walks) {
    const c = await view(walk, guide)
    const problem = problems.get(walk.caseId) ?? (c.state === 'done' ? '' : `still at ${c.nextStepId ?? 'nothing'}`)
    outcomes.push({ customer: walk.customer.name, case: walk.ref, state: c.state, bundles: [], problem })
  }
  return outcomes
}

async function open(procedure: DemoProcedure, customer: DemoCustomer, at: number, guide: Guide): Promise<Walk> {
  const { send, did } = guide
  if (customer.sharedPayer) await send('payer.add', { accountId: customer.sharedPayer, kind: 'shared' })
  await send('customer.add', {
    name: customer.name,
    managementAccountId: customer.managementAccountId,
    orgIds: customer.orgId,
    payer: customer.sharedPayer ?? undefined,
  })
  const facts = intakeFor(procedure, customer, at)
  const c = await send('case.open', { customer: customer.managementAccountId, procedure, facts })
  const answers = Object.entries(facts).map(([name, answer]) => `${name} ${answer}`)
  did(customer, `opened ${c.ref} (${answers.join(', ')})`)
  return { customer, at, caseId: c.id, ref: c.ref }
}

function view(walk: Walk, { send }: Guide): Promise<CaseView> {
  return send('case.get', { case: walk.caseId })
}

/** Does what is next, until the case is done or only waits are left. */
async function goOn(walk: Walk, procedure: DemoProcedure, guide: Guide): Promise<void> {
  for (let c = await view(walk, guide); c.state === 'open'; c = await view(walk, guide)) {
    const step = c.steps.find((s) => s.id === c.nextStepId)
    if (!step || (step.kind === 'wait' && c.waits.some((w) => w.state === 'waiting'))) return
    await doStep(c, step, walk, procedure, guide)
  }
}

async function doStep(
  c: CaseView,
  step: StepView,
  { customer, at }: Walk,
  procedure: DemoProcedure,
  { send, did }: Guide,
): Promise<void> {
  const answers = answersFor(procedure, customer, at)
  const open = step.enters.filter((f) => f.value === null)
  const facts = Object.fromEntries(open.map((f) => [f.name, answers[f.name] ?? f.suggestion ?? '']))
  if (open.length > 0) await send('case.set', { case: c.id, facts })

  // Where the app itself acts on AWS in this case, AWS can also show it; otherwise the customer does it by hand.
  const acts = c.steps.some((s) => s.action !== null && s.status !== 'not-applicable')
  if (acts && step.action !== null) {
    await send('case.do', { case: c.id, action: step.action.id, confirmed: true })
    return did(customer, `did on AWS: ${step.action.label}`)
  }
  if (acts && step.checks.length > 0) {
    const checked = await send('case.check', { case: c.id, step: step.id })
    if (checked.steps.find((s) => s.id === step.id)?.status === 'done') return did(customer, `saw: ${step.title}`)
  }
  await send('case.step', { case: c.id, step: step.id, to: 'done', evidence: 'Seen in the demonstration.' })
  did(customer, `did by hand: ${step.title}`)
}

/** Moves the practice clock on to where the first of these cases can go on. */
async function passUntilDue(walks: readonly Walk[], guide: Guide, say: (line: string) => void): Promise<void> {
  const waits = (await Promise.all(walks.map((w) => view(w, guide)))).flatMap((c) => c.waits)
  const first = waits
    .filter((w) => w.state === 'waiting' && w.remainingMs !== null)
    .sort((a, b) => (a.remainingMs ?? 0) - (b.remainingMs ?? 0))[0]
  if (!first) return
  const hours = (first.remainingMs ?? 0) / HOUR + MARGIN_HOURS
  const { now } = await guide.send('practice.advance', { hours })
  say(`       ${Math.round(hours)} h pass (${first.title}); the practice clock reads ${now}`)
}

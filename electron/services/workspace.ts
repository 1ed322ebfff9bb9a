import { readNaming } from '../../shared/domain/naming.ts'
import type { Settings } from '../../shared/domain/records/settings.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { judgeTemplate } from '../../shared/domain/submission/template.ts'
import { MESSAGE_KINDS, messageTitles } from '../../shared/text/message-templates.ts'
import { sentence } from '../../shared/text/messages/index.ts'
import { CasebookError, throwIfRefused } from './casebook-error.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { newSettings } from './new-settings.ts'
import { readAccount, readName, readProfile } from './profile.ts'

/** The MSP's profile and settings. */
export function workspaceHandlers(
  context: Context,
): Pick<AppHandlers, 'workspace.init' | 'settings.get' | 'settings.set' | 'profile.list'> {
  const { ports } = context
  return {
    async 'workspace.init'(input) {
      const there = await ports.store.settings()
      if (there) throw new CasebookError(refuse('workspace.not-empty', { company: there.company }))
      const { company, mspAccountId, operator } = readProfile(input)
      const now = ports.clock.now()
      const settings = newSettings({ company, mspAccountId, operator }, ports.kind, ports.ids.next(), now)
      await put(settings, 'workspace.initialised', { company, mspAccountId })
      return context.settings()
    },

    async 'settings.get'() {
      return context.settings()
    },

    async 'settings.set'({ revision, set }) {
      const settings = await context.settings()
      const { company, mspAccountId, ...rest } = set
      const patch: Partial<Settings> = Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== undefined))
      if (company !== undefined) patch.company = readName(company, 'company')
      if (mspAccountId !== undefined) patch.mspAccountId = readAccount(mspAccountId, 'mspAccountId')
      if (rest.naming !== undefined) patch.naming = throwIfRefused(readNaming(rest.naming))
      refuseBrokenTemplates(rest.messageTemplates)
      const next: Settings = { ...settings, ...patch, revision, updatedAt: ports.clock.now() }
      if (!next.operators.some((o) => o.name === next.operator)) {
        throw new CasebookError(refuse('operator.unknown', { operator: next.operator }, 'operator'))
      }
      await put(next, 'settings.changed', { fields: Object.keys(patch) })
      return context.settings()
    },

    async 'profile.list'() {
      return { profiles: (await ports.aws.profiles()).map((one) => ({ ...one })) }
    },
  }

  async function put(record: Settings, what: string, params: Readonly<Record<string, unknown>>): Promise<void> {
    const change = {
      puts: [{ kind: 'settings' as const, record }],
      activity: [
        {
          at: record.updatedAt,
          who: record.operator,
          what,
          caseId: null,
          customerId: null,
          payerId: null,
          params: { ...params },
        },
      ],
    }
    await context.commit(change, 'settings', [record.workspaceId])
  }
}

/** A template that loses an item would come back from Spot; it is refused with its line and reason. */
function refuseBrokenTemplates(templates: Settings['messageTemplates'] | undefined): void {
  for (const kind of MESSAGE_KINDS) {
    const template = templates?.[kind]
    const findings = template ? judgeTemplate(kind, template) : []
    const [error] = findings
    if (!error) continue
    const first = sentence(error.code, error.params).message
    const refusal = refuse(
      'template.refused',
      { kind: messageTitles[kind], first, errors: findings.length },
      error.field,
    )
    throw new CasebookError(refusal)
  }
}

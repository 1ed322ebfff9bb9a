import type { SavedView } from '../../shared/domain/records/case-filter.ts'
import type { Settings } from '../../shared/domain/records/settings.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { nameKey } from '../../shared/domain/search/name-key.ts'
import { queryOf } from './case-query.ts'
import { CasebookError } from './casebook-error.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { readName } from './profile.ts'

/** As many as anybody finds their way through; the schema of the settings holds them to it. */
const MOST_VIEWS = 100
const MOST_TAGS = 500
/** A name has to fit where the views stand side by side. */
const LONGEST_NAME = 60

/** Views of the case list that the operators of a workspace keep for one another. */
export function viewHandlers(
  context: Context,
): Pick<AppHandlers, 'view.list' | 'view.save' | 'view.remove' | 'tag.list'> {
  const { store, clock, ids } = context.ports
  return {
    async 'view.list'() {
      const { savedViews } = await context.settings()
      const views = []
      for (const view of savedViews) {
        views.push({ ...view, total: await store.count(await queryOf(context, view.filter)) })
        await context.ports.turn?.()
      }
      return { views }
    },

    async 'view.save'({ view: id, name: typed, ...shown }) {
      const settings = await context.settings()
      const name = readName(typed, 'name')
      const there = id === undefined ? null : found(settings, id)
      demandFree(settings, name, there)
      const view: SavedView = { ...shown, id: there?.id ?? ids.next(), name }
      const savedViews = there
        ? settings.savedViews.map((v) => (v.id === there.id ? view : v))
        : [...settings.savedViews, view]
      if (there && JSON.stringify(there) === JSON.stringify(view)) return { view: view.id, sequence: null }
      const what = there && there.name !== name ? 'view.renamed' : 'view.saved'
      return { view: view.id, sequence: await keep(settings, savedViews, what, { name, before: there?.name ?? '' }) }
    },

    async 'view.remove'({ view: id }) {
      const settings = await context.settings()
      const { name } = found(settings, id)
      const left = settings.savedViews.filter((v) => v.id !== id)
      return { view: id, sequence: await keep(settings, left, 'view.removed', { name }) }
    },

    async 'tag.list'() {
      return { tags: [...(await store.tags(MOST_TAGS))] }
    },
  }

  async function keep(
    settings: Settings,
    savedViews: SavedView[],
    what: string,
    params: Readonly<Record<string, unknown>>,
  ): Promise<number> {
    const at = clock.now()
    const nobody = { caseId: null, customerId: null, payerId: null }
    const { sequence } = await store.commit({
      puts: [{ kind: 'settings', record: { ...settings, savedViews, updatedAt: at } }],
      activity: [{ at, who: settings.operator, what, ...nobody, params: { ...params } }],
    })
    context.ports.onChange({ topic: 'settings', sequence, ids: [settings.workspaceId] })
    return sequence
  }
}

function found({ savedViews }: Settings, id: string): SavedView {
  const view = savedViews.find((v) => v.id === id)
  if (!view) throw new CasebookError(refuse('view.unknown', {}, 'view'))
  return view
}

/** Two views of one name could not be told apart. */
function demandFree({ savedViews }: Settings, name: string, own: SavedView | null): void {
  if (name.length > LONGEST_NAME) throw new CasebookError(refuse('view.name-long', { most: LONGEST_NAME }, 'name'))
  const taken = savedViews.some((v) => v.id !== own?.id && nameKey(v.name) === nameKey(name))
  if (taken) throw new CasebookError(refuse('view.name-taken', { name }, 'name'))
  if (!own && savedViews.length >= MOST_VIEWS) throw new CasebookError(refuse('view.too-many', { most: MOST_VIEWS }))
}

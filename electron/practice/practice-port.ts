import { fromMillis } from '../../shared/domain/instant.ts'
import type { Practice } from '../services/practice-port.ts'
import { isScenarioName, scenarios } from './scenarios.ts'
import type { PracticeAws } from './server.ts'
import { spotAnswer } from './spot.ts'

/** A running practice AWS as the services of a practice workspace see it. */
export function practicePort(aws: PracticeAws): Practice {
  return {
    state: () => ({
      now: fromMillis(aws.clock.now()),
      endpoint: aws.url,
      scenario: aws.world.scenario.name,
      scenarios: Object.entries(scenarios).map(([name, { title, shows, says }]) => ({ name, title, shows, says })),
    }),
    async advance(hours) {
      aws.clock.advance(hours * 3_600_000)
    },
    setScenario(name) {
      if (!isScenarioName(name)) return false
      aws.setScenario(name)
      return true
    },
    spotLink: spotAnswer,
  }
}

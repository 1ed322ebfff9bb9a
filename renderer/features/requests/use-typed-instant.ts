import { fromWallTime } from '../../../shared/domain/wall-time.ts'
import { useZone } from '../../state/session.ts'

/** A typed wall time of the operator's zone as an instant: undefined where nothing was typed, null where it is no time. */
export function useTypedInstant(wallTime: string): string | null | undefined {
  const zone = useZone()
  return wallTime === '' ? undefined : fromWallTime(wallTime, zone)
}

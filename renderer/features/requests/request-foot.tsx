import { Button } from '../../ui/button.tsx'

interface RequestFootProps {
  readonly label: string
  readonly busy: boolean
  readonly onClose: () => void
}

/** The two ways out of a request's dialog. */
export function RequestFoot({ label, busy, onClose }: RequestFootProps) {
  return (
    <>
      <Button onClick={onClose}>Close</Button>
      <Button type="submit" variant="primary" busy={busy}>
        {label}
      </Button>
    </>
  )
}

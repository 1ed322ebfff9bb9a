/** Letters and digits that are not taken for one another when read aloud. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A short name for one unforeseen failure, the same on the screen and in the log: `K7Q2-M4XD`. A label, not a secret. */
export function newIncident(): string {
  const letter = () => alphabet[Math.floor(Math.random() * alphabet.length)] ?? '2'
  const four = () => Array.from({ length: 4 }, letter).join('')
  return `${four()}-${four()}`
}

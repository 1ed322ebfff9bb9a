import { type Parsed, parsed } from '../parsed.ts'
import { parseDisplayName } from './display-name.ts'

/**
 * Reads the Spot products that a CloudFormation template is to include (001, step 4.1), separated by commas, semicolons
 * or new lines. Names are taken as they are: Spot renames its products, and no list would be complete. A product named
 * twice is kept once.
 */
export function parseProducts(text: string): Parsed<string> {
  const names: string[] = []
  for (const part of text.split(/[,;\n]+/).filter((p) => p.trim() !== '')) {
    const name = parseDisplayName(part)
    if (!name.ok) return name
    if (!names.some((n) => n.toLowerCase() === name.value.toLowerCase())) names.push(name.value)
  }
  return names.length > 0 ? parsed(names.join(',')) : parseDisplayName('')
}

/** What references in a template stand for, while its stack is being created. */
export type References = {
  /** Parameters and pseudo parameters by name. */
  readonly values: ReadonlyMap<string, string>
  /** Resources that stand already: the physical ID (Ref) and the ARN (GetAtt). */
  readonly resources: ReadonlyMap<string, { readonly ref: string; readonly arn: string }>
}

/**
 * A template value with Ref, GetAtt, Sub, Join, Select and Split worked out. Other functions are left as they are: the
 * practice AWS reads no property that uses them.
 */
export function resolve(value: unknown, references: References): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, references))
  if (typeof value !== 'object' || value === null) return value
  const [[name, inner] = ['', undefined], ...others] = Object.entries(value)
  if (others.length === 0) {
    const text = (item: unknown) => String(resolve(item, references))
    if (name === 'Ref') return lookUp(String(inner), references)
    if (name === 'Fn::GetAtt') return lookUp(Array.isArray(inner) ? inner.join('.') : String(inner), references)
    if (name === 'Fn::Sub') return substitute(inner, references)
    if (Array.isArray(inner) && name === 'Fn::Join') return list(inner[1], references).join(String(inner[0]))
    if (Array.isArray(inner) && name === 'Fn::Select') return list(inner[1], references)[Number(inner[0])]
    if (Array.isArray(inner) && name === 'Fn::Split') return text(inner[1]).split(String(inner[0]))
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, references)]))
}

function list(value: unknown, references: References): unknown[] {
  const resolved = resolve(value, references)
  return Array.isArray(resolved) ? resolved : [resolved]
}

function substitute(value: unknown, references: References): string {
  const [text, given] = Array.isArray(value) ? value : [value]
  const own = new Map(Object.entries(typeof given === 'object' && given !== null ? given : {}))
  return String(text)
    .replace(/\$\{([A-Za-z0-9.:]+)\}/g, (_, name: string) =>
      own.has(name) ? String(resolve(own.get(name), references)) : lookUp(name, references),
    )
    .replaceAll('${!', '${')
}

function lookUp(name: string, { values, resources }: References): string {
  const [first = '', attribute] = name.startsWith('AWS::') ? [name] : name.split('.')
  const resource = resources.get(first)
  if (resource) return attribute === undefined ? resource.ref : attribute === 'Arn' ? resource.arn : resource.ref
  return values.get(first) ?? ''
}

/** What one ring may import. Everything else is refused. */
export interface Ring {
  /** Other rings, by folder. */
  readonly rings: readonly string[]
  /** Packages; `@scope/*` stands for all of a scope. */
  readonly packages: readonly string[]
  /** Whether Node's own modules may be imported. */
  readonly node: boolean
}

/**
 * The dependency rule: `shared ← services ← rpc ← { main | headless | cli }`, adapters beside the services, and the
 * renderer on `shared` alone. The tsconfig of each ring refers to the same rings; a test compares them.
 */
export const rings: Readonly<Record<string, Ring>> = {
  shared: { rings: [], packages: ['zod', 'yaml'], node: false },

  'electron/services': {
    rings: ['shared'],
    packages: ['zod', 'yaml', 'ical-generator'],
    node: false,
  },
  'electron/rpc': { rings: ['shared', 'electron/services'], packages: ['zod'], node: false },

  'electron/store': {
    rings: ['shared', 'electron/services'],
    packages: ['better-sqlite3', 'csv-parse', 'csv-stringify', 'nodemailer', 'yazl', 'zod'],
    node: true,
  },
  'electron/aws': { rings: ['shared', 'electron/services'], packages: ['@aws-sdk/*', '@smithy/*', 'zod'], node: true },
  'electron/practice': { rings: ['shared', 'electron/services'], packages: ['yaml', 'zod'], node: true },

  'electron/workspace': {
    rings: ['shared', 'electron/services', 'electron/store', 'electron/aws', 'electron/practice', 'electron/rpc'],
    packages: ['pino', 'zod'],
    node: true,
  },

  'electron/headless': {
    rings: ['shared', 'electron/services', 'electron/practice', 'electron/rpc', 'electron/workspace'],
    packages: ['pino', 'zod'],
    node: true,
  },
  'electron/cli': {
    rings: [
      'shared',
      'electron/services',
      'electron/practice',
      'electron/rpc',
      'electron/workspace',
      'electron/headless',
    ],
    packages: ['pino', 'zod'],
    node: true,
  },
  'electron/main': {
    rings: ['shared', 'electron/services', 'electron/practice', 'electron/rpc', 'electron/workspace'],
    packages: ['electron', 'pino', 'zod'],
    node: true,
  },
  'electron/preload': { rings: ['shared'], packages: ['electron'], node: false },

  renderer: {
    rings: ['shared'],
    packages: [
      '@base-ui/react',
      '@fontsource-variable/*',
      '@tanstack/react-virtual',
      'lucide-react',
      'react',
      'react-dom',
      'recharts',
      'zod',
      'zustand',
    ],
    node: false,
  },
}

/** Files that are no code: pictures, texts, practice data. Every ring but `shared` may import them. */
export const resources = 'resources'

/** The one place in the renderer that talks to the rest of the app. */
export const rendererClient = 'renderer/client'

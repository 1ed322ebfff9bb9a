import { readFileSync } from 'node:fs'
import { FuseV1Options } from '@electron/fuses'
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import { DebugLogger } from 'builder-util'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

const config = parse(readFileSync(new URL('../../../electron-builder.yml', import.meta.url), 'utf8'))
const validate = (configuration: object) => validateConfiguration(configuration, new DebugLogger(false))

it('is valid by electron-builder’s own schema', async () => {
  await validate(config)
  await expect(validate({ ...config, applId: 'x' })).rejects.toThrow('applId')
})

it('sets every fuse that electron-builder can set', async () => {
  const names = Object.keys(FuseV1Options).filter((name) => /^[A-Z]/.test(name))
  const fuses = names.map((name) => `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`)
  const settable: string[] = []
  for (const fuse of fuses) {
    await validate({ ...config, electronFuses: { [fuse]: true } }).then(
      () => settable.push(fuse),
      () => {},
    )
  }
  expect(settable.length).toBeGreaterThan(7)
  expect(Object.keys(config.electronFuses).sort()).toEqual(settable.sort())
})

it('leaves no way to make a plain Node of the app, to debug it, or to load another one', () => {
  expect(config.electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    enableCookieEncryption: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  })
})

it('publishes nothing', () => {
  expect(config.publish).toBeNull()
})

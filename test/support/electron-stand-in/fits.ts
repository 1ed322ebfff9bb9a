import type { EventEmitter } from 'node:events'
import type * as Real from 'electron'
import type * as Double from './electron.ts'

/**
 * The double held to Electron's own declarations, as types: a member that Electron has not, or has otherwise, makes the
 * type check fail here, by its name. Events are left out (their `this`), and so is what tests alone use.
 */

/** Members of a double that Electron has not, or that could not stand in for Electron's. */
type Drift<D, R, TestsOnly extends PropertyKey = never> = {
  [M in Exclude<keyof D, keyof EventEmitter | TestsOnly>]: M extends keyof R ? (D[M] extends R[M] ? never : M) : M
}[Exclude<keyof D, keyof EventEmitter | TestsOnly>]

type None<Name extends never> = Name

type Instance<C extends abstract new (...args: never[]) => unknown> = InstanceType<C>
/** Windows and their contents are themselves doubled in part; the check of those parts stands beside. */
type Window = Drift<Instance<typeof Double.BrowserWindow>, Real.BrowserWindow, 'options' | 'webContents'>
type Contents = Drift<
  Instance<typeof Double.BrowserWindow>['webContents'],
  Real.WebContents,
  'page' | 'invokeAs' | 'close' | 'mainFrame'
>

/** Nothing drifts: each of these is an error of the compiler otherwise. */
export type Fits = [
  None<Exclude<keyof typeof Double, keyof typeof Real>>,
  None<Drift<typeof Double.app, Real.App, 'commandLine'>>,
  None<Drift<typeof Double.app.commandLine, Real.CommandLine>>,
  None<Drift<typeof Double.dialog, Real.Dialog>>,
  None<Drift<typeof Double.ipcMain, Real.IpcMain>>,
  None<Drift<typeof Double.Menu, typeof Real.Menu>>,
  None<Drift<typeof Double.nativeImage, typeof Real.nativeImage>>,
  None<Drift<typeof Double.nativeTheme, Real.NativeTheme>>,
  None<Drift<typeof Double.net, Real.Net>>,
  None<Drift<Instance<typeof Double.Notification>, Real.Notification, 'options' | 'isShown'>>,
  None<Drift<typeof Double.Notification, typeof Real.Notification, 'prototype'>>,
  None<Drift<typeof Double.powerMonitor, Real.PowerMonitor>>,
  None<Drift<typeof Double.protocol, Real.Protocol>>,
  None<Drift<typeof Double.screen, Real.Screen>>,
  None<Drift<typeof Double.session, typeof Real.session, 'defaultSession'>>,
  None<Drift<typeof Double.session.defaultSession, Real.Session, 'webRequest'>>,
  None<Drift<typeof Double.session.defaultSession.webRequest, Real.WebRequest>>,
  None<Drift<typeof Double.shell, Real.Shell>>,
  None<Drift<Instance<typeof Double.Tray>, Real.Tray, 'toolTip' | 'template'>>,
  None<Window>,
  None<Contents>,
]

/** What the check would say of a member that Electron has otherwise, and of one that it has not. */
export type Caught = [
  Same<Drift<{ quit(code: string): number }, Real.App>, 'quit'>,
  Same<Drift<{ isPackaged: string; inventedByNobody(): void }, Real.App>, 'isPackaged' | 'inventedByNobody'>,
  Same<Drift<{ quit(): void }, Real.App>, never>,
]

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never

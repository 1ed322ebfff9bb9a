import { fileURLToPath } from 'node:url'
import { type NativeImage, nativeImage } from 'electron'
import { dotPixels } from './dot.ts'

/** Pictures lie beside the built main entry: `dist/main/main.mjs`, `resources/icons`. */
const icon = (file: string) => fileURLToPath(new URL(`../../resources/icons/${file}`, import.meta.url))

export function trayImage(): NativeImage {
  return nativeImage.createFromPath(icon(process.platform === 'win32' ? 'icon.ico' : 'tray.png'))
}

/** What hangs on the pointer while an export is dragged. */
export function dragImage(): NativeImage {
  return nativeImage.createFromPath(icon('tray@2x.png'))
}

/** The dot on the button of the Windows taskbar: 16 pixels wide, as Windows asks for. */
export function dotImage(): NativeImage {
  return nativeImage.createFromBitmap(dotPixels(16), { width: 16, height: 16 })
}

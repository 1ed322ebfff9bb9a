import { useEffect, useRef } from 'react'

interface DrawnPictureProps {
  readonly name: string
  readonly bytes: Blob
  readonly className?: string | undefined
}

/** A picture that came from outside. It is drawn, for the page loads no picture that is not its own. */
export function DrawnPicture({ name, bytes, className }: DrawnPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let current = true
    const draw = async () => {
      const image = await createImageBitmap(bytes)
      const at = canvas.current
      if (current && at !== null) {
        at.width = image.width
        at.height = image.height
        at.getContext('2d')?.drawImage(image, 0, 0)
      }
      image.close()
    }
    // Bytes that only begin like a picture show as nothing; their name stands beside them.
    draw().catch(() => canvas.current?.remove())
    return () => {
      current = false
    }
  }, [bytes])
  return <canvas ref={canvas} className={className} role="img" aria-label={name} />
}

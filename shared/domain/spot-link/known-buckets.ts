import type { MessageCode } from '../../text/messages/index.ts'

/** Buckets that Spot's links are known to name. Settings over these defaults; a link that names another needs a decision. */
export interface KnownBuckets {
  /** Where the extractor's template lies. */
  readonly templateBuckets: readonly string[]
  /** Where the extractor's code lies: LambdaFunctionBucket. */
  readonly codeBuckets: readonly string[]
  /** Who receives the billing data: S3OutputBucket. */
  readonly outputBuckets: readonly string[]
}

/** The names seen on the review page of the document (004, step 3.6); the template is taken to lie beside the code. */
export const KNOWN_BUCKETS: KnownBuckets = {
  templateBuckets: ['sc-msp-data-extractor-source'],
  codeBuckets: ['sc-msp-data-extractor-source'],
  outputBuckets: ['sc-msp-data-extractor'],
}

/** Warnings after which the link may be used only once somebody has decided so, and said why. */
export const DECISION_CODES = [
  'spot-link.unknown-template-bucket',
  'spot-link.unknown-code-bucket',
  'spot-link.unknown-output-bucket',
] as const satisfies readonly MessageCode[]

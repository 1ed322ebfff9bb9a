import type { Catalogue } from '../sentence.ts'

/** Sentences about the CloudFormation link that Spot sends (004, step 3.1). */
export const spotLinkMessages = {} satisfies Catalogue

import type { FactName } from '../domain/facts.ts'
import type { BranchFact } from '../domain/procedure/branches.ts'
import type { Procedure, ProcedureId } from '../domain/procedure/types.ts'

/** Why a case goes the way it goes, and which way that is. */
interface BranchText {
  /** Completes “Because …”. */
  readonly because: string
  /** What follows from it; absent where nothing differs from the usual way. */
  readonly follows?: string
}

const TEXTS: Partial<Record<FactName, Readonly<Record<string, BranchText>>>> = {
  partition: {
    'aws-cn': {
      because: 'the customer connects from AWS China',
      follows:
        'everything is done by hand, in the consoles and regions of AWS China; the rule of us-east-1 does not hold',
    },
  },
  managedByMsp: {
    yes: { because: 'an MSP manages the account', follows: 'the connection ends with Spot Support, not in the wizard' },
    no: { because: 'no MSP manages the account', follows: 'the connection ends in Spot’s wizard' },
  },
  cloud: {
    aws: { because: 'the account is one of AWS' },
    azure: { because: 'the account is one of Azure', follows: 'Spot connects it after a support ticket' },
    google: { because: 'the account is one of Google Cloud', follows: 'Spot connects it after a support ticket' },
  },
  spotAccount: {
    new: { because: 'the customer is new at Spot', follows: 'Billing Engine’s wizard is gone through as a whole' },
    existing: { because: 'the customer uses Spot already', follows: 'only the IAM template is run again' },
  },
  billingReport: {
    existing: {
      because: 'a report for Billing Engine exists already',
      follows: 'none is made, and the wizard is given the one that delivers',
    },
  },
  reportStillUsed: {
    yes: {
      because: 'others still use the payer’s report',
      follows: 'report, bucket and crawler stay; only this customer’s extractor goes',
    },
    no: {
      because: 'nobody else uses the payer’s report',
      follows: 'report, bucket and crawler stack are cleared away as well',
    },
  },
}

/** Where a procedure’s branch means something else than it does in the others. */
const OF_PROCEDURE: Partial<Record<ProcedureId, typeof TEXTS>> = {
  'eco-connect': {
    managedByMsp: {
      yes: {
        because: 'an MSP manages the account',
        follows: 'the MSP makes the report in its own procedure, and the connection ends with Spot Support',
      },
      no: {
        because: 'no MSP manages the account',
        follows: 'the report is made here, and the connection ends in Spot’s wizard',
      },
    },
  },
}

function textOf(procedure: Procedure, { fact, value }: BranchFact): BranchText | null {
  return OF_PROCEDURE[procedure.id]?.[fact]?.[value] ?? TEXTS[fact]?.[value] ?? null
}

/** “Because an MSP manages the account, the connection ends with Spot Support.” Null where the way is the usual one. */
export function branchSentence(procedure: Procedure, branch: BranchFact): string | null {
  const text = textOf(procedure, branch)
  return text?.follows === undefined ? null : `Because ${text.because}, ${text.follows}.`
}

/** Why a step falls away: “Falls away because an MSP manages the account.” Null where no answer says so. */
export function fallsAwaySentence(procedure: Procedure, branch: BranchFact | null): string | null {
  const text = branch === null ? null : textOf(procedure, branch)
  return text === null ? null : `This step falls away because ${text.because}.`
}

import { formatAccountId } from '../../../shared/domain/values/account-id.ts'
import { profileKinds } from '../../../shared/text/aws-profiles.ts'
import { findingText } from '../case-text.ts'
import type { Command } from '../command.ts'
import { every } from '../every.ts'
import { table } from '../table.ts'

const KINDS = ['dedicated', 'shared', 'transfer'] as const
type Kind = (typeof KINDS)[number]

/** Making a workspace, and the payers and customers in it. */
export const setupCommands: readonly Command[] = [
  {
    path: ['init'],
    summary: 'make a workspace and its MSP profile',
    positionals: [],
    options: {
      company: { type: 'string', value: 'NAME', help: 'your company', required: true },
      'msp-account': { type: 'string', value: 'ID', help: 'your company’s AWS account number', required: true },
      operator: { type: 'string', value: 'NAME', help: 'your name, as the record signs with it' },
    },
    workspace: true,
    async run(call) {
      const settings = await call.send('workspace.init', {
        company: call.option('company') ?? '',
        mspAccountId: call.option('msp-account') ?? '',
        operator: call.option('operator') ?? process.env.USER ?? process.env.USERNAME ?? 'operator',
      })
      const { workspace } = await call.send('host.status', {})
      return { json: settings, text: `Made the workspace of ${settings.company} in ${workspace.folder}.` }
    },
  },
  {
    path: ['payer', 'add'],
    summary: 'add a billing account',
    positionals: [],
    options: {
      account: { type: 'string', value: 'ID', help: 'the account that pays the bill', required: true },
      kind: { type: 'string', value: 'KIND', help: 'what kind of payer it is', required: true, oneOf: KINDS },
      report: { type: 'string', value: 'NAME', help: 'report name; the document’s without it' },
      bucket: { type: 'string', value: 'NAME', help: 'bucket; a name with the account ID without it' },
      prefix: { type: 'string', value: 'PREFIX', help: 'report path prefix; the document’s without it' },
      region: { type: 'string', value: 'REGION', help: 'region of bucket and stacks; us-east-1 without it' },
      stack: { type: 'string', value: 'NAME', help: 'name of the crawler stack; SpotEcoStack without it' },
      partition: { type: 'string', value: 'NAME', help: 'AWS partition', oneOf: ['aws', 'aws-cn'] },
      'aws-profile': { type: 'string', value: 'NAME', help: 'AWS profile for checks' },
    },
    workspace: true,
    async run(call) {
      const payer = await call.send('payer.add', {
        accountId: call.option('account') ?? '',
        kind: call.option('kind') as Kind,
        partition: call.option('partition') as 'aws' | 'aws-cn' | undefined,
        reportName: call.option('report'),
        bucket: call.option('bucket'),
        prefix: call.option('prefix'),
        region: call.option('region'),
        crawlerStackName: call.option('stack'),
        awsProfile: call.option('aws-profile') ?? null,
      })
      return { json: payer, text: `Added the payer ${formatAccountId(payer.accountId)}, bucket ${payer.bucket}.` }
    },
  },
  {
    path: ['payer', 'list'],
    summary: 'the billing accounts',
    positionals: [],
    options: {},
    workspace: true,
    async run(call) {
      const payers = await every(async (after) => {
        const page = await call.send('payer.list', { limit: 500, after })
        return { rows: page.payers, after: page.after }
      })
      const rows = payers.map((p) => [
        formatAccountId(p.accountId),
        p.kind,
        p.region,
        p.bucket,
        p.prefix,
        String(p.customers),
      ])
      return { json: { payers }, text: table(['Account', 'Kind', 'Region', 'Bucket', 'Prefix', 'Customers'], rows) }
    },
  },
  {
    path: ['payer', 'policy'],
    summary: 'the least IAM policy with which the checks of a payer can look',
    positionals: ['ACCOUNT'],
    options: {},
    workspace: true,
    async run(call) {
      const policy = await call.send('aws.read-policy', { payer: call.positionals[0] ?? '' })
      return { json: policy, text: policy.policy }
    },
  },
  {
    path: ['profile', 'list'],
    summary: 'the AWS profiles of this computer',
    positionals: [],
    options: {},
    workspace: true,
    async run(call) {
      const { profiles } = await call.send('profile.list', {})
      return {
        json: { profiles },
        text:
          profiles.length === 0
            ? 'There are no AWS profiles on this computer.'
            : table(
                ['Profile', 'Keys'],
                profiles.map((p) => [p.name, profileKinds[p.kind]]),
              ),
      }
    },
  },
  {
    path: ['customer', 'add'],
    summary: 'add a customer',
    positionals: [],
    options: {
      name: { type: 'string', value: 'NAME', help: 'the customer’s name', required: true },
      'management-account': {
        type: 'string',
        value: 'ID',
        help: 'account that heads its organization',
        required: true,
      },
      org: { type: 'string', value: 'IDS', help: 'Spot Org IDs, separated by commas', required: true },
      payer: {
        type: 'string',
        value: 'ID',
        help: 'payer’s account; a dedicated one of the management account without it',
      },
    },
    workspace: true,
    async run(call) {
      const customer = await call.send('customer.add', {
        name: call.option('name') ?? '',
        managementAccountId: call.option('management-account') ?? '',
        orgIds: call.option('org') ?? '',
        payer: call.option('payer'),
      })
      return {
        json: customer,
        text: [
          ...customer.noticed.map(findingText),
          `Added ${customer.name}, management account ${formatAccountId(customer.managementAccountId)}, billed by ${formatAccountId(customer.payerAccountId)}.`,
        ].join('\n'),
      }
    },
  },
  {
    path: ['customer', 'list'],
    summary: 'the customers',
    positionals: [],
    options: { query: { type: 'string', value: 'TEXT', help: 'only those that match' } },
    workspace: true,
    async run(call) {
      const text = call.option('query') ?? ''
      const customers = await every(async (after) => {
        const page = await call.send('customer.list', { text, limit: 500, after })
        return { rows: page.customers, after: page.after }
      })
      const rows = customers.map((c) => [
        c.name,
        formatAccountId(c.managementAccountId),
        c.orgIds.join(', '),
        formatAccountId(c.payerAccountId),
      ])
      return { json: { customers }, text: table(['Customer', 'Management account', 'Org IDs', 'Payer'], rows) }
    },
  },
]

import { AwsFault } from '../http/fault.ts'
import { jsonService } from '../http/json-service.ts'
import { managementAccountOf, partitionOf } from '../world/accounts.ts'

/** AWS Organizations: whether an account pays for itself or has a management account. */
export const organizations = jsonService({
  iam: 'organizations',
  operations: {
    DescribeOrganization: {
      run(_, { world, caller }) {
        const master = managementAccountOf(world, caller.accountId)
        if (master === undefined) {
          const message = 'Your account is not a member of an organization.'
          throw new AwsFault('AWSOrganizationsNotInUseException', message)
        }
        const id = `o-practice${master.slice(-4)}`
        const arn = (noun: string) => `arn:${partitionOf(caller.region)}:organizations::${master}:${noun}`
        return {
          Organization: {
            Id: id,
            Arn: arn(`organization/${id}`),
            FeatureSet: 'ALL',
            MasterAccountId: master,
            MasterAccountArn: arn(`account/${id}/${master}`),
            MasterAccountEmail: `billing+${master}@example.com`,
            AvailablePolicyTypes: [],
          },
        }
      },
    },
  },
})

import { queryService } from '../http/query-service.ts'

/** Security Token Service: says who is asking. */
export const sts = queryService({
  iam: 'sts',
  namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
  operations: {
    GetCallerIdentity: {
      run: (_, { caller }) => ({ Arn: caller.arn, UserId: caller.userId, Account: caller.accountId }),
    },
  },
})

/**
 * What stands behind Spot's link in the practice world: a small stack that would copy report files to Spot (004, step
 * 3). Written for practice; parameter names and sample values are those of the documents' review screenshot.
 */
export const extractorTemplate = `AWSTemplateFormatVersion: 2010-09-09
Description: Cost and Usage Extractor (practice)
Parameters:
  AccountList:
    Type: String
    Default: ''
    AllowedPattern: '(\\d{12}(,\\d{12})*)?'
    ConstraintDescription: must be blank or 12-digit account IDs separated by commas, without spaces
    Description: Account IDs to send reports for, separated by commas; blank for all
  CURBucketName:
    Type: String
    AllowedPattern: '[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]'
    ConstraintDescription: must be the name of an S3 bucket
    Description: Bucket that AWS writes the Cost and Usage Report to
  CURPrefixName:
    Type: String
    Description: Path prefix of the report; do not change
  CustomerName:
    Type: String
    Description: Name of the customer at Spot; do not change
  LambdaFunctionBucket:
    Type: String
    Description: Bucket of the extractor's code; do not change
  LambdaFunctionKey:
    Type: String
    Description: Key of the extractor's code; do not change
  S3OutputBucket:
    Type: String
    Description: Bucket at Spot that receives the files; do not change
Resources:
  ExtractorRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - !Sub arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
      Policies:
        - PolicyName: ReadReports
          PolicyDocument:
            Version: 2012-10-17
            Statement:
              - Effect: Allow
                Action:
                  - s3:GetObject
                  - s3:ListBucket
                Resource:
                  - !Sub arn:\${AWS::Partition}:s3:::\${CURBucketName}
                  - !Sub arn:\${AWS::Partition}:s3:::\${CURBucketName}/\${CURPrefixName}/*
              - Effect: Allow
                Action: s3:PutObject
                Resource: !Sub arn:\${AWS::Partition}:s3:::\${S3OutputBucket}/\${CustomerName}/*
  ExtractorFunction:
    Type: AWS::Lambda::Function
    Properties:
      Description: Copies new report files to Spot
      Code:
        S3Bucket: !Ref LambdaFunctionBucket
        S3Key: !Ref LambdaFunctionKey
      Handler: index.handler
      Runtime: nodejs22.x
      Timeout: 900
      Role: !GetAtt ExtractorRole.Arn
      Environment:
        Variables:
          ACCOUNT_LIST: !Ref AccountList
          CUR_BUCKET: !Ref CURBucketName
          CUR_PREFIX: !Ref CURPrefixName
          CUSTOMER: !Ref CustomerName
          OUTPUT_BUCKET: !Ref S3OutputBucket
  ExtractorTimer:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(12 hours)
      Targets:
        - Id: extractor
          Arn: !GetAtt ExtractorFunction.Arn
  ExtractorTimerPermission:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !Ref ExtractorFunction
      Principal: events.amazonaws.com
      SourceArn: !GetAtt ExtractorTimer.Arn
Outputs:
  ExtractorFunctionArn:
    Description: The function that copies report files
    Value: !GetAtt ExtractorFunction.Arn
`

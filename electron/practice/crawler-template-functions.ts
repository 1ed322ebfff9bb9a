/** The function that starts the crawler, and the custom resource that calls it when the stack is created. */
export function initializerFunction(f: { crawler: string; runtime: string; sdk: string }): string {
  return `  AWSCURInitializer:
    Type: 'AWS::Lambda::Function'
    DependsOn: AWSCURCrawler
    Properties:
      Description: Starts the crawler when the stack is created and whenever AWS delivers new files.
      Code:
        ZipFile: |
          const { Glue } = require('${f.sdk}');
          const response = require('./cfn-response');

          exports.handler = function (event, context, callback) {
            // A stack that is deleted has nothing left to crawl.
            if (event.RequestType === 'Delete') {
              response.send(event, context, response.SUCCESS);
              return;
            }
            new Glue().startCrawler({ Name: '${f.crawler.replaceAll("'", "\\'")}' }, function (error) {
              // A crawler that runs already sees the new files as well.
              const running = error && error.name === 'CrawlerRunningException';
              if (error && !running) {
                console.error(error);
              }
              const failed = error && !running;
              if (event.ResponseURL) {
                response.send(event, context, failed ? response.FAILED : response.SUCCESS);
              }
              callback(failed ? error : null);
            });
          };
      Handler: 'index.handler'
      Timeout: 30
      Runtime: ${f.runtime}
      ReservedConcurrentExecutions: 1
      Role: !GetAtt AWSCURCrawlerLambdaExecutor.Arn

  AWSStartCURCrawler:
    Type: 'Custom::AWSStartCURCrawler'
    Properties:
      ServiceToken: !GetAtt AWSCURInitializer.Arn`
}

/** The function that points the bucket's event notifications at the first one. */
export function notificationFunction(f: { runtime: string; sdk: string }): string {
  return `  AWSS3CURNotification:
    Type: 'AWS::Lambda::Function'
    DependsOn:
      - AWSCURInitializer
      - AWSS3CUREventLambdaPermission
      - AWSS3CURLambdaExecutor
    Properties:
      Description: Points the event notifications of the bucket at the function that starts the crawler.
      Code:
        ZipFile: |
          const { S3 } = require('${f.sdk}');
          const response = require('./cfn-response');

          exports.handler = function (event, context, callback) {
            const wanted = event.ResourceProperties;
            // S3 keeps one configuration for a bucket: what stands there is replaced, on Delete by nothing.
            const configuration = {};
            if (event.RequestType !== 'Delete') {
              configuration.LambdaFunctionConfigurations = [{
                LambdaFunctionArn: wanted.TargetLambdaArn || 'no function given',
                Events: ['s3:ObjectCreated:*'],
                Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: wanted.ReportKey }] } },
              }];
            }
            const request = {
              Bucket: wanted.BucketName,
              NotificationConfiguration: configuration,
            };
            new S3().putBucketNotificationConfiguration(request, function (error, result) {
              if (error) {
                console.error(error);
                response.send(event, context, response.FAILED, { Error: String(error) });
              } else {
                response.send(event, context, response.SUCCESS, {});
              }
              callback(error, result);
            });
          };
      Handler: 'index.handler'
      Timeout: 30
      Runtime: ${f.runtime}
      ReservedConcurrentExecutions: 1
      Role: !GetAtt AWSS3CURLambdaExecutor.Arn`
}

// Written by `npm run contract:write`. Do not edit.
import type { operations } from "./api.js";

/** Every documented example by its id: operation, status or `request`, and name in `openapi.yaml`. */
export interface Examples {
  /** Source: [Get a customer's qualification asynchronously](https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous) (2023-07-28), "Approved". Corrected: a comma after the last property. */
  readonly "getQualifications 200 Approved": { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][200]["content"]["application/json"] };
  /** Source: [Get a customer's qualification asynchronously](https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous) (2023-07-28), "In Review". Corrected: a `//` comment. The date is named `vettingCreatedDate` here. */
  readonly "getQualifications 200 InReview": { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][200]["content"]["application/json"] };
  /** Source: [Get a customer's qualification asynchronously](https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous) (2023-07-28), "Denied". Corrected: two `//` comments. */
  readonly "getQualifications 200 Denied": { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][200]["content"]["application/json"] };
  /** Source: [Get a customer's qualification asynchronously](https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous) (2023-07-28), "State Owned Entity via Get Qualifications sample". Corrected: the request line and a `//` comment inside the block. */
  readonly "getQualifications 200 StateOwnedEntity": { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][200]["content"]["application/json"] };
  /** Source: [Get a customer's qualification asynchronously](https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous) (2023-07-28), "State Owned Entity via Get Qualifications with Education". Corrected: the request line inside the block. */
  readonly "getQualifications 200 EducationAndStateOwnedEntity": { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][200]["content"]["application/json"] };
  /** Source: [Get a customer's qualification asynchronously](https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous) (2023-07-28), "State Owned Entity via Get Qualifications with GCC". Corrected: the request line inside the block. Here the date is named `vettingCreateDate`, has 7 fraction digits, and ends in `+00:00` instead of `Z`. */
  readonly "getQualifications 200 GovernmentCommunityCloudAndStateOwnedEntity": { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][200]["content"]["application/json"] };
  /** *Assumed:* the list is empty. No page shows this response. The samples of the [.NET SDK](https://github.com/microsoft/partner-center-sdk-for-dotNET) read the first item of the list and show "None" if there is none. */
  readonly "getQualifications 200 NoQualification": { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][200]["content"]["application/json"] };
  /** Source: [Verify an indirect reseller's Microsoft Partner Agreement status](https://learn.microsoft.com/partner-center/developer/verify-indirect-reseller-mpa-status), error example. *Assumed:* this operation returns it too. */
  readonly "getQualifications 400 CustomerIdRefused": { readonly status: 400; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][400]["content"]["application/json"] };
  /** *Assumed:* the body has this format. The code is [documented](https://learn.microsoft.com/partner-center/developer/deprecate-azure-active-directory-graph-token) as a string, for tokens with the audience `graph.windows.net`, which have been refused since 2025-08-31. The text is ours. */
  readonly "getQualifications 401 TokenRefused": { readonly status: 401; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][401]["content"]["application/json"] };
  /** Source: [issue 83 of PartnerCenterPowerShellModule](https://github.com/microsoft/PartnerCenterPowerShellModule/issues/83), about a sibling operation; no page explains the code. *Assumed:* this operation returns it too, with this status. */
  readonly "getQualifications 403 AuthorizationFailed": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][403]["content"]["application/json"] };
  /** Source: [Assign licenses to a user](https://learn.microsoft.com/partner-center/developer/assign-licenses-to-a-user), error example (403). *Assumed:* this operation returns it too. */
  readonly "getQualifications 403 ConditionalAccess": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][403]["content"]["application/json"] };
  /** *Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for a partner that has no relationship with the customer. The text and the status are ours. */
  readonly "getQualifications 403 OtherPartnersCustomer": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][403]["content"]["application/json"] };
  /** *Assumed:* it can also come with an empty body, as from two other operations (PowerShell [211](https://github.com/microsoft/Partner-Center-PowerShell/issues/211), [308](https://github.com/microsoft/Partner-Center-PowerShell/issues/308)), or with plain text: see **Errors**. */
  readonly "getQualifications 403 NoBody": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body?: undefined };
  /** *Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for a tenant that was not found. The text is ours. */
  readonly "getQualifications 404 CustomerNotFound": { readonly status: 404; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][404]["content"]["application/json"] };
  /** Source: [Retrieve a customer's validation status](https://learn.microsoft.com/partner-center/developer/retrieve-validation-status), error example (404). Corrected: a missing closing brace. `{customer-id}` is printed literally. *Assumed:* this operation returns it too. */
  readonly "getQualifications 404 AccountStatusNotFound": { readonly status: 404; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][404]["content"]["application/json"] };
  /** Source: [Get a partner by MPN ID](https://learn.microsoft.com/partner-center/developer/get-partner-by-mpn-id), error example. *Assumed:* this operation returns it too, with this status. */
  readonly "getQualifications 404 OrganizationNotFound": { readonly status: 404; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][404]["content"]["application/json"] };
  /** *Assumed:* these operations can return 404 with an empty body, as Microsoft's page on checking whether a domain is available shows one. */
  readonly "getQualifications 404 NoBody": { readonly status: 404; readonly headers: Readonly<Record<string, string>>; readonly body?: undefined };
  /** Source: [Partner Center API throttling guidance](https://learn.microsoft.com/partner-center/developer/api-throttling-guidance), response example, with `Retry-After: 57`. */
  readonly "getQualifications 429 RateLimited": { readonly status: 429; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][429]["content"]["application/json"] };
  /** *Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for an unexpected error of the service. The text is ours. */
  readonly "getQualifications 500 UnexpectedError": { readonly status: 500; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][500]["content"]["application/json"] };
  /** *Assumed:* the body has the format of the gateway's 429. No page shows a body for 503. */
  readonly "getQualifications 503 Unavailable": { readonly status: 503; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][503]["content"]["application/json"] };
  /** Source: [Update a customer's qualifications asynchronously](https://learn.microsoft.com/partner-center/developer/update-customer-qualification-asynchronous) (2022-06-28), request example, and [Get a customer's qualification asynchronously](https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous) (2023-07-28), "State Owned Entity via POST sample". Corrected: three bodies in one block, separated by `//` comments. */
  readonly "createQualification request StateOwnedEntity": { readonly body: operations["createQualification"]["requestBody"]["content"]["application/json"] };
  /** Source: [Update a customer's qualifications asynchronously](https://learn.microsoft.com/partner-center/developer/update-customer-qualification-asynchronous) (2022-06-28), request example. Corrected: three bodies in one block, separated by `//` comments; a `//` comment that names the other segment. */
  readonly "createQualification request Education": { readonly body: operations["createQualification"]["requestBody"]["content"]["application/json"] };
  /** Source: [Update a customer's qualifications asynchronously](https://learn.microsoft.com/partner-center/developer/update-customer-qualification-asynchronous) (2022-06-28), request example. Corrected: three bodies in one block, separated by `//` comments. */
  readonly "createQualification request GovernmentCommunityCloud": { readonly body: operations["createQualification"]["requestBody"]["content"]["application/json"] };
  /** Source: [Update a customer's qualifications asynchronously](https://learn.microsoft.com/partner-center/developer/update-customer-qualification-asynchronous) (2022-06-28), response example. Corrected: a `//` comment, and a `Content-Length` that fits another body. */
  readonly "createQualification 201 Education": { readonly status: 201; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][201]["content"]["application/json"] };
  /** *Assumed:* the response has the format of the GET example. No page shows it. */
  readonly "createQualification 201 StateOwnedEntity": { readonly status: 201; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][201]["content"]["application/json"] };
  /** *Assumed:* the response has the format and the status of the GET example, which is the only evidence of a status. No page shows this response. The date is that of the documented Education response. */
  readonly "createQualification 201 GovernmentCommunityCloud": { readonly status: 201; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][201]["content"]["application/json"] };
  /** Source: [Verify an indirect reseller's Microsoft Partner Agreement status](https://learn.microsoft.com/partner-center/developer/verify-indirect-reseller-mpa-status), error example. *Assumed:* this operation returns it too. */
  readonly "createQualification 400 CustomerIdRefused": { readonly status: 400; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][400]["content"]["application/json"] };
  /** Source: [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes), schema of an error, with the values of a unit test of the [.NET SDK](https://github.com/microsoft/partner-center-sdk-for-dotNET), `DefaultPartnerServiceErrorHandlerTests`. Corrected: placeholders without quotes, and a header line after the closing brace. *Assumed:* this operation returns it too. */
  readonly "createQualification 400 FieldsRefused": { readonly status: 400; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][400]["content"]["application/json"] };
  /** Source: [issue 258 of Partner-Center-PowerShell](https://github.com/microsoft/Partner-Center-PowerShell/issues/258) (2020-01), about the older endpoint that this one replaces. *Assumed:* this operation returns it too, with this status. */
  readonly "createQualification 400 TaggingDenied": { readonly status: 400; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][400]["content"]["application/json"] };
  /** *Assumed:* the service rejects such a code with this response. No page says how it responds. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists the error code for invalid input. The text is ours. */
  readonly "createQualification 400 ValidationCodeRefused": { readonly status: 400; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][400]["content"]["application/json"] };
  /** *Assumed:* the body has this format. The code is [documented](https://learn.microsoft.com/partner-center/developer/deprecate-azure-active-directory-graph-token) as a string, for tokens with the audience `graph.windows.net`, which have been refused since 2025-08-31. The text is ours. */
  readonly "createQualification 401 TokenRefused": { readonly status: 401; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][401]["content"]["application/json"] };
  /** *Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for resources without app-only support. The text is ours. */
  readonly "createQualification 403 AppOnlyToken": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][403]["content"]["application/json"] };
  /** Source: [issue 83 of PartnerCenterPowerShellModule](https://github.com/microsoft/PartnerCenterPowerShellModule/issues/83), about a sibling operation; no page explains the code. *Assumed:* this operation returns it too, with this status. */
  readonly "createQualification 403 AuthorizationFailed": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][403]["content"]["application/json"] };
  /** Source: [Assign licenses to a user](https://learn.microsoft.com/partner-center/developer/assign-licenses-to-a-user), error example (403). *Assumed:* this operation returns it too. */
  readonly "createQualification 403 ConditionalAccess": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][403]["content"]["application/json"] };
  /** *Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for a partner that has no relationship with the customer. The text and the status are ours. */
  readonly "createQualification 403 OtherPartnersCustomer": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][403]["content"]["application/json"] };
  /** *Assumed:* it can also come with an empty body, as from two other operations (PowerShell [211](https://github.com/microsoft/Partner-Center-PowerShell/issues/211), [308](https://github.com/microsoft/Partner-Center-PowerShell/issues/308)), or with plain text: see **Errors**. */
  readonly "createQualification 403 NoBody": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body?: undefined };
  /** *Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for a tenant that was not found. The text is ours. */
  readonly "createQualification 404 CustomerNotFound": { readonly status: 404; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][404]["content"]["application/json"] };
  /** Source: [Retrieve a customer's validation status](https://learn.microsoft.com/partner-center/developer/retrieve-validation-status), error example (404). Corrected: a missing closing brace. `{customer-id}` is printed literally. *Assumed:* this operation returns it too. */
  readonly "createQualification 404 AccountStatusNotFound": { readonly status: 404; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][404]["content"]["application/json"] };
  /** Source: [Get a partner by MPN ID](https://learn.microsoft.com/partner-center/developer/get-partner-by-mpn-id), error example. *Assumed:* this operation returns it too, with this status. */
  readonly "createQualification 404 OrganizationNotFound": { readonly status: 404; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][404]["content"]["application/json"] };
  /** *Assumed:* these operations can return 404 with an empty body, as Microsoft's page on checking whether a domain is available shows one. */
  readonly "createQualification 404 NoBody": { readonly status: 404; readonly headers: Readonly<Record<string, string>>; readonly body?: undefined };
  /** *Assumed:* the service rejects the combination with this response. A comment in a sample of the [.NET SDK](https://github.com/microsoft/partner-center-sdk-for-dotNET) says that the two cannot be combined. The status, code and text are ours. The customers service uses the code for an action that is not allowed ([DotNet-Samples 73](https://github.com/microsoft/Partner-Center-DotNet-Samples/issues/73)). */
  readonly "createQualification 409 CombinationRefused": { readonly status: 409; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][409]["content"]["application/json"] };
  /** *Assumed:* the service rejects the request with this response. No page says how it responds. The [.NET SDK](https://github.com/microsoft/partner-center-sdk-for-dotNET) calls 409 "already exists". The code is that of the example "Something already exists". The name and text are ours. */
  readonly "createQualification 409 QualificationHeld": { readonly status: 409; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][409]["content"]["application/json"] };
  /** *Assumed:* the service rejects the fourth request with this response. No page says how it responds. [Sell to education customers](https://learn.microsoft.com/partner-center/customers/sell-to-education-customers) allows three requests per customer. The customers service uses the code for an action that is not allowed ([DotNet-Samples 73](https://github.com/microsoft/Partner-Center-DotNet-Samples/issues/73)). The text is ours. */
  readonly "createQualification 409 RequestLimitReached": { readonly status: 409; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][409]["content"]["application/json"] };
  /** Source: [Confirm customer consent of the customer agreement](https://learn.microsoft.com/partner-center/developer/confirm-customer-consent-customer-agreement), error example. *Assumed:* this operation returns it too, with this status. */
  readonly "createQualification 409 AgreementAlreadyExists": { readonly status: 409; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][409]["content"]["application/json"] };
  /** Source: [Partner Center API throttling guidance](https://learn.microsoft.com/partner-center/developer/api-throttling-guidance), response example, with `Retry-After: 57`. */
  readonly "createQualification 429 RateLimited": { readonly status: 429; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][429]["content"]["application/json"] };
  /** *Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for an unexpected error of the service. The text is ours. */
  readonly "createQualification 500 UnexpectedError": { readonly status: 500; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][500]["content"]["application/json"] };
  /** *Assumed:* the body has the format of the gateway's 429. No page shows a body for 503. */
  readonly "createQualification 503 Unavailable": { readonly status: 503; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][503]["content"]["application/json"] };
  /** Source: [Get a partner's validation codes](https://learn.microsoft.com/partner-center/developer/get-a-partner-s-validation-codes), response example. */
  readonly "getValidationCodes 200 ValidationCodes": { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getValidationCodes"]["responses"][200]["content"]["application/json"] };
  /** *Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for invalid input. The text is ours. */
  readonly "getValidationCodes 400 InputRefused": { readonly status: 400; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getValidationCodes"]["responses"][400]["content"]["application/json"] };
  /** *Assumed:* the body has this format. The code is [documented](https://learn.microsoft.com/partner-center/developer/deprecate-azure-active-directory-graph-token) as a string, for tokens with the audience `graph.windows.net`, which have been refused since 2025-08-31. The text is ours. */
  readonly "getValidationCodes 401 TokenRefused": { readonly status: 401; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getValidationCodes"]["responses"][401]["content"]["application/json"] };
  /** Source: [issue 83 of PartnerCenterPowerShellModule](https://github.com/microsoft/PartnerCenterPowerShellModule/issues/83), about a sibling operation; no page explains the code. *Assumed:* this operation returns it too, with this status. */
  readonly "getValidationCodes 403 AuthorizationFailed": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getValidationCodes"]["responses"][403]["content"]["application/json"] };
  /** *Assumed:* it can also come with an empty body, as from two other operations (PowerShell [211](https://github.com/microsoft/Partner-Center-PowerShell/issues/211), [308](https://github.com/microsoft/Partner-Center-PowerShell/issues/308)), or with plain text: see **Errors**. */
  readonly "getValidationCodes 403 NoBody": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body?: undefined };
  /** Source: [Partner Center API throttling guidance](https://learn.microsoft.com/partner-center/developer/api-throttling-guidance), response example, with `Retry-After: 57`. */
  readonly "getValidationCodes 429 RateLimited": { readonly status: 429; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getValidationCodes"]["responses"][429]["content"]["application/json"] };
  /** *Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for an unexpected error of the service. The text is ours. */
  readonly "getValidationCodes 500 UnexpectedError": { readonly status: 500; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getValidationCodes"]["responses"][500]["content"]["application/json"] };
  /** *Assumed:* the body has the format of the gateway's 429. No page shows a body for 503. */
  readonly "getValidationCodes 503 Unavailable": { readonly status: 503; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getValidationCodes"]["responses"][503]["content"]["application/json"] };
}

export type ExampleId = keyof Examples;

/** The values are frozen, so that no test changes what another one reads: copy one with `structuredClone` to change it. */
export const examples: Examples = /* @__PURE__ */ freeze<Examples>({
  "getQualifications 200 Approved": {
    "status": 200,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": [
      {
        "qualification": "Education",
        "vettingStatus": "Approved"
      }
    ]
  },
  "getQualifications 200 InReview": {
    "status": 200,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": [
      {
        "qualification": "Education",
        "vettingStatus": "InReview",
        "vettingCreatedDate": "2020-12-03T10:37:38.885Z"
      }
    ]
  },
  "getQualifications 200 Denied": {
    "status": 200,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": [
      {
        "qualification": "Education",
        "vettingStatus": "Denied",
        "vettingReason": "Not an Education Customer",
        "vettingCreatedDate": "2020-12-03T10:37:38.885Z"
      }
    ]
  },
  "getQualifications 200 StateOwnedEntity": {
    "status": 200,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": [
      {
        "qualification": "StateOwnedEntity"
      }
    ]
  },
  "getQualifications 200 EducationAndStateOwnedEntity": {
    "status": 200,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": [
      {
        "qualification": "Education",
        "vettingStatus": "Approved"
      },
      {
        "qualification": "StateOwnedEntity"
      }
    ]
  },
  "getQualifications 200 GovernmentCommunityCloudAndStateOwnedEntity": {
    "status": 200,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": [
      {
        "qualification": "GovernmentCommunityCloud",
        "vettingStatus": "Approved",
        "vettingCreateDate": "2021-05-06T19:59:56.6832021+00:00"
      },
      {
        "qualification": "StateOwnedEntity"
      }
    ]
  },
  "getQualifications 200 NoQualification": {
    "status": 200,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": []
  },
  "getQualifications 400 CustomerIdRefused": {
    "status": 400,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 2000,
      "description": "Tenant Id must be a GUID.",
      "data": [],
      "source": "PartnerApiServiceControllers"
    }
  },
  "getQualifications 401 TokenRefused": {
    "status": 401,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745",
      "WWW-Authenticate": "OAuth realm=urn:cpsvc:cpid:00000000-0000-0000-0000-000000000000"
    },
    "body": {
      "code": "900420",
      "description": "The audience of the token is no longer supported."
    }
  },
  "getQualifications 403 AuthorizationFailed": {
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 1002,
      "description": "Authorization Failed",
      "data": [],
      "source": "PartnerFD"
    }
  },
  "getQualifications 403 ConditionalAccess": {
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 900309,
      "description": "Access has been blocked by Conditional Access policies.",
      "source": "PartnerFD"
    }
  },
  "getQualifications 403 OtherPartnersCustomer": {
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 20002,
      "description": "The partner has no relationship with the customer.",
      "data": [],
      "source": "PartnerFD"
    }
  },
  "getQualifications 403 NoBody": {
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    }
  },
  "getQualifications 404 CustomerNotFound": {
    "status": 404,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 60003,
      "description": "The tenant was not found.",
      "data": [],
      "source": "PartnerFD"
    }
  },
  "getQualifications 404 AccountStatusNotFound": {
    "status": 404,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 600074,
      "message": "Account Status for the customer, {customer-id} was not found.",
      "description": "Account Status for the customer, {customer-id} was not found.",
      "errorName": "AccountStatusNotFound",
      "isRetryable": false,
      "errorMessageExtended": "InternalErrorCode=600074"
    }
  },
  "getQualifications 404 OrganizationNotFound": {
    "status": 404,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 3000,
      "description": "Partner Organization with partner_id 9999999 could not be found",
      "data": [],
      "source": "PartnerFD"
    }
  },
  "getQualifications 404 NoBody": {
    "status": 404,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    }
  },
  "getQualifications 429 RateLimited": {
    "status": 429,
    "headers": {
      "Retry-After": "57"
    },
    "body": {
      "statusCode": 429,
      "message": "Rate limit is exceeded. Try again in 57 seconds."
    }
  },
  "getQualifications 500 UnexpectedError": {
    "status": 500,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 800003,
      "description": "An unexpected error occurred.",
      "data": [],
      "source": "PartnerFD"
    }
  },
  "getQualifications 503 Unavailable": {
    "status": 503,
    "headers": {},
    "body": {
      "statusCode": 503,
      "message": "Service unavailable."
    }
  },
  "createQualification request StateOwnedEntity": {
    "body": {
      "qualification": "StateOwnedEntity"
    }
  },
  "createQualification request Education": {
    "body": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    }
  },
  "createQualification request GovernmentCommunityCloud": {
    "body": {
      "qualification": "GovernmentCommunityCloud",
      "validationCode": "123456"
    }
  },
  "createQualification 201 Education": {
    "status": 201,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "qualification": "Education",
      "vettingStatus": "InReview",
      "vettingCreateDate": "2020-12-04T20:54:24Z"
    }
  },
  "createQualification 201 StateOwnedEntity": {
    "status": 201,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "qualification": "StateOwnedEntity"
    }
  },
  "createQualification 201 GovernmentCommunityCloud": {
    "status": 201,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "qualification": "GovernmentCommunityCloud",
      "vettingStatus": "Approved",
      "vettingCreateDate": "2020-12-04T20:54:24Z"
    }
  },
  "createQualification 400 CustomerIdRefused": {
    "status": 400,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 2000,
      "description": "Tenant Id must be a GUID.",
      "data": [],
      "source": "PartnerApiServiceControllers"
    }
  },
  "createQualification 400 FieldsRefused": {
    "status": 400,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": "2000",
      "description": "Customer search only allows starts with and equals operation.",
      "data": [
        "Field1",
        "Field2"
      ],
      "source": "PartnerApiServiceControllers"
    }
  },
  "createQualification 400 TaggingDenied": {
    "status": 400,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": "Customer tagging denied."
  },
  "createQualification 400 ValidationCodeRefused": {
    "status": 400,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 800002,
      "description": "The validation code is unknown, or used up.",
      "data": [
        "validationCode"
      ],
      "source": "PartnerFD"
    }
  },
  "createQualification 401 TokenRefused": {
    "status": 401,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745",
      "WWW-Authenticate": "OAuth realm=urn:cpsvc:cpid:00000000-0000-0000-0000-000000000000"
    },
    "body": {
      "code": "900420",
      "description": "The audience of the token is no longer supported."
    }
  },
  "createQualification 403 AppOnlyToken": {
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 900329,
      "description": "This resource does not support app-only tokens.",
      "data": [],
      "source": "PartnerFD"
    }
  },
  "createQualification 403 AuthorizationFailed": {
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 1002,
      "description": "Authorization Failed",
      "data": [],
      "source": "PartnerFD"
    }
  },
  "createQualification 403 ConditionalAccess": {
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 900309,
      "description": "Access has been blocked by Conditional Access policies.",
      "source": "PartnerFD"
    }
  },
  "createQualification 403 OtherPartnersCustomer": {
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 20002,
      "description": "The partner has no relationship with the customer.",
      "data": [],
      "source": "PartnerFD"
    }
  },
  "createQualification 403 NoBody": {
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    }
  },
  "createQualification 404 CustomerNotFound": {
    "status": 404,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 60003,
      "description": "The tenant was not found.",
      "data": [],
      "source": "PartnerFD"
    }
  },
  "createQualification 404 AccountStatusNotFound": {
    "status": 404,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 600074,
      "message": "Account Status for the customer, {customer-id} was not found.",
      "description": "Account Status for the customer, {customer-id} was not found.",
      "errorName": "AccountStatusNotFound",
      "isRetryable": false,
      "errorMessageExtended": "InternalErrorCode=600074"
    }
  },
  "createQualification 404 OrganizationNotFound": {
    "status": 404,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 3000,
      "description": "Partner Organization with partner_id 9999999 could not be found",
      "data": [],
      "source": "PartnerFD"
    }
  },
  "createQualification 404 NoBody": {
    "status": 404,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    }
  },
  "createQualification 409 CombinationRefused": {
    "status": 409,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 600006,
      "message": "Education and GovernmentCommunityCloud cannot be combined.",
      "description": "Education and GovernmentCommunityCloud cannot be combined.",
      "errorName": "ActionNotAllowed",
      "isRetryable": false,
      "errorMessageExtended": "InternalErrorCode=600006"
    }
  },
  "createQualification 409 QualificationHeld": {
    "status": 409,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 600061,
      "message": "The customer already has this qualification.",
      "description": "The customer already has this qualification.",
      "errorName": "QualificationAlreadyExists",
      "isRetryable": false,
      "errorMessageExtended": "InternalErrorCode=600061"
    }
  },
  "createQualification 409 RequestLimitReached": {
    "status": 409,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 600006,
      "message": "Education was already requested three times.",
      "description": "Education was already requested three times.",
      "errorName": "ActionNotAllowed",
      "isRetryable": false,
      "errorMessageExtended": "InternalErrorCode=600006"
    }
  },
  "createQualification 409 AgreementAlreadyExists": {
    "status": 409,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 600061,
      "message": "A partner confirmed agreement already exists for the customer.",
      "description": "A partner confirmed agreement already exists for the customer.",
      "errorName": "PartnerConfirmedAgreementAlreadyExists",
      "isRetryable": false,
      "parameters": {},
      "errorMessageExtended": "InternalErrorCode=600061"
    }
  },
  "createQualification 429 RateLimited": {
    "status": 429,
    "headers": {
      "Retry-After": "57"
    },
    "body": {
      "statusCode": 429,
      "message": "Rate limit is exceeded. Try again in 57 seconds."
    }
  },
  "createQualification 500 UnexpectedError": {
    "status": 500,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 800003,
      "description": "An unexpected error occurred.",
      "data": [],
      "source": "PartnerFD"
    }
  },
  "createQualification 503 Unavailable": {
    "status": 503,
    "headers": {},
    "body": {
      "statusCode": 503,
      "message": "Service unavailable."
    }
  },
  "getValidationCodes 200 ValidationCodes": {
    "status": 200,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": [
      {
        "partnerId": "9daaeb1c-4195-4db5-9f1d-509eb70c8c2d",
        "organizationName": "Contoso, Inc.",
        "validationId": "12345",
        "maxCreates": 5,
        "remainingCreates": 4,
        "eTag": "W/\"datetime'2018-10-10T18%3A49%3A58.727348Z'\""
      },
      {
        "partnerId": "9daaeb1c-4195-4db5-9f1d-509eb70c8c2d",
        "organizationName": "Contoso, Inc. Finance Department",
        "validationId": "987654",
        "maxCreates": 5,
        "remainingCreates": 5,
        "eTag": "W/\"datetime'2018-10-19T17%3A51%3A45.6584512Z'\""
      }
    ]
  },
  "getValidationCodes 400 InputRefused": {
    "status": 400,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 800002,
      "description": "The request is not valid at /header/MS-RequestId.",
      "data": [
        "MS-RequestId"
      ],
      "source": "PartnerFD"
    }
  },
  "getValidationCodes 401 TokenRefused": {
    "status": 401,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745",
      "WWW-Authenticate": "OAuth realm=urn:cpsvc:cpid:00000000-0000-0000-0000-000000000000"
    },
    "body": {
      "code": "900420",
      "description": "The audience of the token is no longer supported."
    }
  },
  "getValidationCodes 403 AuthorizationFailed": {
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 1002,
      "description": "Authorization Failed",
      "data": [],
      "source": "PartnerFD"
    }
  },
  "getValidationCodes 403 NoBody": {
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    }
  },
  "getValidationCodes 429 RateLimited": {
    "status": 429,
    "headers": {
      "Retry-After": "57"
    },
    "body": {
      "statusCode": 429,
      "message": "Rate limit is exceeded. Try again in 57 seconds."
    }
  },
  "getValidationCodes 500 UnexpectedError": {
    "status": 500,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 800003,
      "description": "An unexpected error occurred.",
      "data": [],
      "source": "PartnerFD"
    }
  },
  "getValidationCodes 503 Unavailable": {
    "status": 503,
    "headers": {},
    "body": {
      "statusCode": 503,
      "message": "Service unavailable."
    }
  }
});

function freeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

// Written by `npm run generate` from openapi.yaml. Do not edit.
import type { operations } from "./api.js";

/** Every documented example by its id: operation, status or `request`, and name in `openapi.yaml`. */
export interface Examples {
  /** Source: *Get a customer's qualification asynchronously* (2023-07-28), "Approved". Mended: a comma after the last property. */
  readonly "getQualifications 200 Approved": { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][200]["content"]["application/json"] };
  /** Source: *Get a customer's qualification asynchronously* (2023-07-28), "In Review". Mended: a `//` comment. The date is spelled `vettingCreatedDate` here. */
  readonly "getQualifications 200 InReview": { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][200]["content"]["application/json"] };
  /** Source: *Get a customer's qualification asynchronously* (2023-07-28), "Denied". Mended: two `//` comments. */
  readonly "getQualifications 200 Denied": { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][200]["content"]["application/json"] };
  /** Source: *Get a customer's qualification asynchronously* (2023-07-28), "State Owned Entity via Get Qualifications sample". Mended: the request line and a `//` comment inside the block. */
  readonly "getQualifications 200 StateOwnedEntity": { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][200]["content"]["application/json"] };
  /** Source: *Get a customer's qualification asynchronously* (2023-07-28), "State Owned Entity via Get Qualifications with Education". Mended: the request line inside the block. */
  readonly "getQualifications 200 EducationAndStateOwnedEntity": { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][200]["content"]["application/json"] };
  /** Source: *Get a customer's qualification asynchronously* (2023-07-28), "State Owned Entity via Get Qualifications with GCC". Mended: the request line inside the block. The date is spelled `vettingCreateDate` here, has 7 digits of a second's fraction and `+00:00` for `Z`. */
  readonly "getQualifications 200 GovernmentCommunityCloudAndStateOwnedEntity": { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][200]["content"]["application/json"] };
  /** *Assumed*: no page shows this answer. The samples of the .NET SDK read the first item of the list and fall back to "None" where there is none. */
  readonly "getQualifications 200 NoQualification": { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][200]["content"]["application/json"] };
  /** Source: *Verify an indirect reseller's Microsoft Partner Agreement status*, error example. *Assumed* for this operation. */
  readonly "getQualifications 400 CustomerIdRefused": { readonly status: 400; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][400]["content"]["application/json"] };
  /** *Assumed*: the code is documented for tokens with the audience `graph.windows.net`, which have been refused since 2025-08-31, and printed as a string; the text is ours. */
  readonly "getQualifications 401 TokenRefused": { readonly status: 401; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][401]["content"]["application/json"] };
  /** Source: issue 83 of *PartnerCenterPowerShellModule*, on a sibling operation; no page explains the code. *Assumed* for this operation and this status. */
  readonly "getQualifications 403 AuthorizationFailed": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][403]["content"]["application/json"] };
  /** Source: *Assign licenses to a user*, error example (403). *Assumed* for this operation. */
  readonly "getQualifications 403 ConditionalAccess": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][403]["content"]["application/json"] };
  /** *Assumed*: *Partner Center REST error codes* lists the code for a partner without a relationship with the customer; the text and the status are ours. */
  readonly "getQualifications 403 OtherPartnersCustomer": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][403]["content"]["application/json"] };
  /** *Assumed*: *Partner Center REST error codes* lists the code for a tenant that was not found; the text is ours. */
  readonly "getQualifications 404 CustomerNotFound": { readonly status: 404; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][404]["content"]["application/json"] };
  /** Source: *Retrieve a customer's validation status*, error example (404). Mended: a missing closing brace. `{customer-id}` stands in the page as printed. *Assumed* for this operation. */
  readonly "getQualifications 404 AccountStatusNotFound": { readonly status: 404; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][404]["content"]["application/json"] };
  /** Source: *Get a partner by MPN ID*, error example. *Assumed* for this operation and this status. */
  readonly "getQualifications 404 OrganizationNotFound": { readonly status: 404; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][404]["content"]["application/json"] };
  /** Source: *Partner Center API throttling guidance*, response example, with `Retry-After: 57`. */
  readonly "getQualifications 429 RateLimited": { readonly status: 429; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][429]["content"]["application/json"] };
  /** *Assumed*: *Partner Center REST error codes* lists the code for an unexpected error of the service; the text is ours. */
  readonly "getQualifications 500 UnexpectedError": { readonly status: 500; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][500]["content"]["application/json"] };
  /** *Assumed*: no page shows a body for 503; the shape is that of the gateway's 429. */
  readonly "getQualifications 503 Unavailable": { readonly status: 503; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getQualifications"]["responses"][503]["content"]["application/json"] };
  /** Source: *Update a customer's qualifications asynchronously* (2022-06-28), request example, and *Get a customer's qualification asynchronously* (2023-07-28), "State Owned Entity via POST sample". Mended: three bodies in one block, parted by `//` comments. */
  readonly "createQualification request StateOwnedEntity": { readonly body: operations["createQualification"]["requestBody"]["content"]["application/json"] };
  /** Source: *Update a customer's qualifications asynchronously* (2022-06-28), request example. Mended: three bodies in one block, parted by `//` comments; a `//` comment naming the other segment. */
  readonly "createQualification request Education": { readonly body: operations["createQualification"]["requestBody"]["content"]["application/json"] };
  /** Source: *Update a customer's qualifications asynchronously* (2022-06-28), request example. Mended: three bodies in one block, parted by `//` comments. */
  readonly "createQualification request GovernmentCommunityCloud": { readonly body: operations["createQualification"]["requestBody"]["content"]["application/json"] };
  /** Source: *Update a customer's qualifications asynchronously* (2022-06-28), response example. Mended: a `//` comment; a `Content-Length` that fits another body. */
  readonly "createQualification 201 Education": { readonly status: 201; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][201]["content"]["application/json"] };
  /** *Assumed*: no page shows this answer. The shape is that of the GET example. */
  readonly "createQualification 201 StateOwnedEntity": { readonly status: 201; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][201]["content"]["application/json"] };
  /** *Assumed*: no page shows this answer. The shape is that of the GET example, the only evidence of a status; the date is that of the documented Education answer. */
  readonly "createQualification 201 GovernmentCommunityCloud": { readonly status: 201; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][201]["content"]["application/json"] };
  /** Source: *Verify an indirect reseller's Microsoft Partner Agreement status*, error example. *Assumed* for this operation. */
  readonly "createQualification 400 CustomerIdRefused": { readonly status: 400; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][400]["content"]["application/json"] };
  /** Source: *Partner Center REST error codes*, schema of an error, with the values of a unit test of the .NET SDK. Mended: placeholders without quotes; a header line after the closing brace. *Assumed* for this operation. */
  readonly "createQualification 400 FieldsRefused": { readonly status: 400; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][400]["content"]["application/json"] };
  /** Source: issue 258 of *Partner-Center-PowerShell* (2020-01), on the older endpoint that this one replaces. *Assumed* for this operation and this status. */
  readonly "createQualification 400 TaggingDenied": { readonly status: 400; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][400]["content"]["application/json"] };
  /** *Assumed*: no page says how such a code is refused. *Partner Center REST error codes* lists the code for input that is not valid; the text is ours. */
  readonly "createQualification 400 ValidationCodeRefused": { readonly status: 400; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][400]["content"]["application/json"] };
  /** *Assumed*: the code is documented for tokens with the audience `graph.windows.net`, which have been refused since 2025-08-31, and printed as a string; the text is ours. */
  readonly "createQualification 401 TokenRefused": { readonly status: 401; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][401]["content"]["application/json"] };
  /** *Assumed*: *Partner Center REST error codes* lists the code for resources without app-only support; the text is ours. */
  readonly "createQualification 403 AppOnlyToken": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][403]["content"]["application/json"] };
  /** Source: issue 83 of *PartnerCenterPowerShellModule*, on a sibling operation; no page explains the code. *Assumed* for this operation and this status. */
  readonly "createQualification 403 AuthorizationFailed": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][403]["content"]["application/json"] };
  /** Source: *Assign licenses to a user*, error example (403). *Assumed* for this operation. */
  readonly "createQualification 403 ConditionalAccess": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][403]["content"]["application/json"] };
  /** *Assumed*: *Partner Center REST error codes* lists the code for a partner without a relationship with the customer; the text and the status are ours. */
  readonly "createQualification 403 OtherPartnersCustomer": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][403]["content"]["application/json"] };
  /** *Assumed*: *Partner Center REST error codes* lists the code for a tenant that was not found; the text is ours. */
  readonly "createQualification 404 CustomerNotFound": { readonly status: 404; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][404]["content"]["application/json"] };
  /** Source: *Retrieve a customer's validation status*, error example (404). Mended: a missing closing brace. `{customer-id}` stands in the page as printed. *Assumed* for this operation. */
  readonly "createQualification 404 AccountStatusNotFound": { readonly status: 404; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][404]["content"]["application/json"] };
  /** Source: *Get a partner by MPN ID*, error example. *Assumed* for this operation and this status. */
  readonly "createQualification 404 OrganizationNotFound": { readonly status: 404; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][404]["content"]["application/json"] };
  /** *Assumed*: a comment in the samples of the .NET SDK says that the two cannot be combined; status, code and text are ours. The code is the one the customers service uses for an action that is not allowed. */
  readonly "createQualification 409 CombinationRefused": { readonly status: 409; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][409]["content"]["application/json"] };
  /** *Assumed*: no page says how this is answered; the .NET SDK calls 409 "already exists". The code is that of the next example; name and text are ours. */
  readonly "createQualification 409 QualificationHeld": { readonly status: 409; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][409]["content"]["application/json"] };
  /** *Assumed*: *Sell to education customers* allows three requests a customer; how a fourth is answered no page says. The code is the one the customers service uses for an action that is not allowed. */
  readonly "createQualification 409 RequestLimitReached": { readonly status: 409; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][409]["content"]["application/json"] };
  /** Source: *Confirm customer consent of the customer agreement*, error example. *Assumed* for this operation and this status. */
  readonly "createQualification 409 AgreementAlreadyExists": { readonly status: 409; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][409]["content"]["application/json"] };
  /** Source: *Partner Center API throttling guidance*, response example, with `Retry-After: 57`. */
  readonly "createQualification 429 RateLimited": { readonly status: 429; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][429]["content"]["application/json"] };
  /** *Assumed*: *Partner Center REST error codes* lists the code for an unexpected error of the service; the text is ours. */
  readonly "createQualification 500 UnexpectedError": { readonly status: 500; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][500]["content"]["application/json"] };
  /** *Assumed*: no page shows a body for 503; the shape is that of the gateway's 429. */
  readonly "createQualification 503 Unavailable": { readonly status: 503; readonly headers: Readonly<Record<string, string>>; readonly body: operations["createQualification"]["responses"][503]["content"]["application/json"] };
  /** Source: *Get a partner's validation codes*, response example. */
  readonly "getValidationCodes 200 ValidationCodes": { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getValidationCodes"]["responses"][200]["content"]["application/json"] };
  /** *Assumed*: *Partner Center REST error codes* lists the code for input that is not valid; the text is ours. */
  readonly "getValidationCodes 400 InputRefused": { readonly status: 400; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getValidationCodes"]["responses"][400]["content"]["application/json"] };
  /** *Assumed*: the code is documented for tokens with the audience `graph.windows.net`, which have been refused since 2025-08-31, and printed as a string; the text is ours. */
  readonly "getValidationCodes 401 TokenRefused": { readonly status: 401; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getValidationCodes"]["responses"][401]["content"]["application/json"] };
  /** Source: issue 83 of *PartnerCenterPowerShellModule*, on a sibling operation; no page explains the code. *Assumed* for this operation and this status. */
  readonly "getValidationCodes 403 AuthorizationFailed": { readonly status: 403; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getValidationCodes"]["responses"][403]["content"]["application/json"] };
  /** Source: *Partner Center API throttling guidance*, response example, with `Retry-After: 57`. */
  readonly "getValidationCodes 429 RateLimited": { readonly status: 429; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getValidationCodes"]["responses"][429]["content"]["application/json"] };
  /** *Assumed*: *Partner Center REST error codes* lists the code for an unexpected error of the service; the text is ours. */
  readonly "getValidationCodes 500 UnexpectedError": { readonly status: 500; readonly headers: Readonly<Record<string, string>>; readonly body: operations["getValidationCodes"]["responses"][500]["content"]["application/json"] };
  /** *Assumed*: no page shows a body for 503; the shape is that of the gateway's 429. */
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
      "message": "Education was asked for three times already.",
      "description": "Education was asked for three times already.",
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

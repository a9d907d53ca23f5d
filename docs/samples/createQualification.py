# Not run: no test of this project runs Python.
import os
import uuid

import requests

response = requests.post(
    "https://api.partnercenter.microsoft.com/v1/customers/2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f/qualifications",
    headers={
        "Authorization": f"Bearer {os.environ['PARTNER_CENTER_TOKEN']}",
        "Accept": "application/json",
        # To retry the request, send the same ID again.
        "MS-RequestId": str(uuid.uuid4()),
    },
    # The body is the example "Education". "Payload" shows the others.
    json={
        "qualification": "Education",
        "educationSegment": "HigherEducation",
        "website": "contoso.edu",
    },
    timeout=30,
)
print(response.status_code, response.text)

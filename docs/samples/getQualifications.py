# Not run: no test of this project runs Python.
import os

import requests

response = requests.get(
    "https://api.partnercenter.microsoft.com/v1/customers/2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f/qualifications",
    headers={
        "Authorization": f"Bearer {os.environ['PARTNER_CENTER_TOKEN']}",
        "Accept": "application/json",
    },
    timeout=30,
)
print(response.status_code, response.text)

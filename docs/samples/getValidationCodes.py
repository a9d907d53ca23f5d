# Not run: no test of this project runs Python.
import os

import requests

response = requests.get(
    "https://api.partnercenter.microsoft.com/v1/customers/all/validations",
    headers={
        "Authorization": f"Bearer {os.environ['PARTNER_CENTER_TOKEN']}",
        "Accept": "application/json",
    },
    timeout=30,
)
print(response.status_code, response.text)

// Not run: no test of this project runs C#.
using System.Net.Http.Headers;

using var http = new HttpClient();
using var request = new HttpRequestMessage(
    HttpMethod.Get,
    "https://api.partnercenter.microsoft.com/v1/customers/2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f/qualifications");
var token = Environment.GetEnvironmentVariable("PARTNER_CENTER_TOKEN");
request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
request.Headers.Accept.ParseAdd("application/json");
using var response = await http.SendAsync(request);
Console.WriteLine((int)response.StatusCode);
Console.WriteLine(await response.Content.ReadAsStringAsync());

/**
 * Holds a certificate that nobody trusts, with its key, for receivers that are not who they say:
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500`.
 */
export const selfSigned = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgGlF3BeiAI28+iubU
dbhq1qMs+GvnEW4DbuvwKfZ87CqhRANCAATjk/MOfyMyOkAx2NzO817gyKkZaema
o/b342fqaGYdY/LzIDeZCynZEN+/coMGaFOdjbutkJOmFUln6L0eVOhH
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBlDCCATmgAwIBAgIUMmxJ636CQq9FkZXWOR+FZWQb/T0wCgYIKoZIzj0EAwIw
HjEcMBoGA1UEAwwTbm90LXRydXN0ZWQuZXhhbXBsZTAgFw0yNjExMjQxOTA4MTda
GA8yMTI2MTAzMTE5MDgxN1owHjEcMBoGA1UEAwwTbm90LXRydXN0ZWQuZXhhbXBs
ZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABOOT8w5/IzI6QDHY3M7zXuDIqRlp
6Zqj9vfjZ+poZh1j8vMgN5kLKdkQ379ygwZoU52Nu62Qk6YVSWfovR5U6EejUzBR
MB0GA1UdDgQWBBTCFKp5uYJFVn5ALBffKwvgaZPUOjAfBgNVHSMEGDAWgBTCFKp5
uYJFVn5ALBffKwvgaZPUOjAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kA
MEYCIQCaNdrHk2fA1pmn4HAhPyrhU+++oCriIjryxWCAgSWF0AIhAKq2IvBiWCxQ
u+l/rTDUt7vvDPmJ42v3f2gGmMk+dM5A
-----END CERTIFICATE-----`,
};

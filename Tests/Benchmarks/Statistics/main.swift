try timeAgreement()
try timeRaking()

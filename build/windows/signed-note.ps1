<#
  Reads and checks the note of a release, as main/update/signed-text.ts and release-note.ts make it:

    anjungan-update-1
    sig KEYID BASE64          (one to four; ECDSA P-256 over SHA-256, DER)
                              (an empty line)
    product=anjungan          (what is signed, eleven lines)
    ...

  .NET Framework reads neither PEM nor DER: a key's blob and a signature's two numbers are put together by hand.
#>
Set-StrictMode -Version 2

$spkiStart = [byte[]](0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01,
  0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04)
# BCRYPT_ECDSA_PUBLIC_P256_MAGIC "ECS1", then the length of one coordinate.
$blobStart = [byte[]](0x45, 0x43, 0x53, 0x31, 0x20, 0x00, 0x00, 0x00)

$noteShapes = @('product=anjungan', 'channel=[a-z]{1,20}', 'platform=win32', 'arch=(x64|arm64)',
  'version=(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}', 'size=(0|[1-9][0-9]{0,14})',
  'sha512=[A-Za-z0-9+/]{86}==', 'sequence=(0|[1-9][0-9]{0,14})',
  'issuedAt=[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z',
  'expires=[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z', 'rollout=([0-9]{1,2}|100)')

function Get-PublicKey([string]$Path) {
  $text = [IO.File]::ReadAllText($Path)
  if ($text -notmatch '(?s)-----BEGIN PUBLIC KEY-----(.+?)-----END PUBLIC KEY-----') { throw "$Path is no key" }
  $spki = [Convert]::FromBase64String(($Matches[1] -replace '\s', ''))
  if ($spki.Length -ne 91) { throw "$Path is no P-256 key" }
  for ($i = 0; $i -lt $spkiStart.Length; $i++) {
    if ($spki[$i] -ne $spkiStart[$i]) { throw "$Path is no P-256 key" }
  }
  [byte[]]$blob = $blobStart + $spki[27..90]
  return [Security.Cryptography.CngKey]::Import($blob, [Security.Cryptography.CngKeyBlobFormat]::EccPublicBlob)
}

# A whole number of DER as 32 bytes: without the sign's zero in front, and with those that DER leaves out.
function Get-Number([byte[]]$Der, [int]$At) {
  if ($Der[$At] -ne 2) { throw 'not a signature' }
  $length = [int]$Der[$At + 1]
  if ($length -lt 1 -or $length -gt 33 -or $At + 2 + $length -gt $Der.Length) { throw 'not a signature' }
  $from = $At + 2
  $end = $from + $length
  if ($length -eq 33) {
    if ($Der[$from] -ne 0) { throw 'not a signature' }
    $from += 1
  }
  $number = New-Object byte[] 32
  [Array]::Copy($Der, $from, $number, 32 - ($end - $from), $end - $from)
  return @{ Number = $number; End = $end }
}

# DER to the plain pair that CNG wants (IEEE P1363).
function ConvertFrom-DerSignature([byte[]]$Der) {
  if ($Der.Length -lt 8 -or $Der.Length -gt 72 -or $Der[0] -ne 0x30 -or $Der[1] -ne $Der.Length - 2) { throw 'not a signature' }
  $r = Get-Number $Der 2
  $s = Get-Number $Der $r.End
  if ($s.End -ne $Der.Length) { throw 'not a signature' }
  return [byte[]]($r.Number + $s.Number)
}

function Test-Signature([byte[]]$Body, [string]$Signature, [string]$KeyFile) {
  try {
    [byte[]]$pair = ConvertFrom-DerSignature ([Convert]::FromBase64String($Signature))
    $hash = [Security.Cryptography.SHA256]::Create().ComputeHash($Body)
    $key = New-Object Security.Cryptography.ECDsaCng (Get-PublicKey $KeyFile)
    return $key.VerifyHash($hash, $pair)
  } catch {
    return $false
  }
}

# The fields of a note that a key of ours has signed. Nothing of the body is looked at before.
function Read-SignedNote([byte[]]$Note, [string]$KeyFolder) {
  $text = [Text.Encoding]::GetEncoding(28591).GetString($Note)
  $end = $text.IndexOf("`n`n")
  if ($end -lt 0) { throw 'the note is not signed' }
  $head = $text.Substring(0, $end).Split("`n")
  if ($head[0] -cne 'anjungan-update-1' -or $head.Length -lt 2 -or $head.Length -gt 5) { throw 'the note is not signed' }
  $body = New-Object byte[] ($Note.Length - $end - 2)
  [Array]::Copy($Note, $end + 2, $body, 0, $body.Length)
  $signed = $false
  foreach ($line in $head[1..($head.Length - 1)]) {
    if ($line -cnotmatch '^sig [0-9a-f]{16} ([A-Za-z0-9+/]{80,100}={0,2})$') { throw 'the note is not signed' }
    $signature = $Matches[1]
    foreach ($key in [IO.Directory]::GetFiles($KeyFolder, '*.pem')) {
      if (Test-Signature $body $signature $key) { $signed = $true }
    }
  }
  if (-not $signed) { throw 'no key of ours signed it' }
  $lines = $text.Substring($end + 2).Split("`n")
  if ($lines.Length -ne $noteShapes.Length + 1 -or $lines[$noteShapes.Length] -ne '') { throw 'the note is not one of ours' }
  $fields = @{}
  for ($i = 0; $i -lt $noteShapes.Length; $i++) {
    if ($lines[$i] -cnotmatch "\A(?:$($noteShapes[$i]))\z") { throw 'the note is not one of ours' }
    $name, $value = $lines[$i].Split([char[]]'=', 2)
    $fields[$name] = $value
  }
  return $fields
}

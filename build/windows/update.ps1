<#
  Task "Anjungan update", as SYSTEM from the start of Windows: the counterpart of build/linux/anjungan-update.

    update.ps1               waits for parcels, and first goes on with what a power cut interrupted
    update.ps1 -Keep FILE    remembers FILE as the installer of the installed version (provision.ps1 does it)

  The program is not trusted: what it drops is copied to a folder that only SYSTEM and administrators may write, and only
  that copy is verified and installed. A new version that does not report itself healthy in time goes back together with
  the data of before, and is never taken again. Once it is kept, nothing returns by itself.
#>
param([string]$Keep = '')
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
. (Join-Path $PSScriptRoot 'signed-note.ps1')

$base = Join-Path $env:ProgramData 'Anjungan'
$spool = Join-Path $base 'update-spool'
$data = Join-Path $base 'data'
$hold = Join-Path $base 'hold'
$own = Join-Path $env:ProgramData 'AnjunganUpdate'
$keys = Join-Path $own 'keys'
$new = Join-Path $own 'new'
$trialFile = Join-Path $own 'trial.txt'
$blacklist = Join-Path $own 'blacklist.txt'
$sequenceFile = Join-Path $own 'sequence.txt'
$program = Join-Path $env:ProgramFiles 'Anjungan\Anjungan.exe'
$probationSeconds = 600
$mostAttempts = 3

function Say([string]$Text) { Add-Content -Path (Join-Path $own 'update.log') -Value ('{0:s} {1}' -f (Get-Date), $Text) }

# On the disk before the next step, and in one step: a power cut leaves the old line or the new one.
function Write-Line([string]$Path, [string]$Text) {
  $bytes = [Text.Encoding]::ASCII.GetBytes("$Text`r`n")
  $file = New-Object IO.FileStream ("$Path.new", [IO.FileMode]::Create, [IO.FileAccess]::Write, [IO.FileShare]::None,
    4096, [IO.FileOptions]::WriteThrough)
  $file.Write($bytes, 0, $bytes.Length)
  $file.Flush($true)
  $file.Dispose()
  if ([IO.File]::Exists($Path)) { [IO.File]::Replace("$Path.new", $Path, [NullString]::Value) } else { [IO.File]::Move("$Path.new", $Path) }
}

function Read-Line([string]$Path) { if (Test-Path $Path) { return [string](Get-Content $Path -TotalCount 1) } else { return '' } }
function Set-Trial([string]$Stage, $Trial) {
  Write-Line $trialFile ('{0} {1} {2} {3}' -f $Stage, $Trial.Installed, $Trial.Version, $Trial.Attempt)
}
function Get-Installed { return ([Diagnostics.FileVersionInfo]::GetVersionInfo($program).ProductVersion -split '[^0-9.]')[0] }

# No more than was promised, whatever lies there; the program may change it meanwhile.
function Copy-Bounded([string]$From, [string]$To, [long]$Most) {
  $source = [IO.File]::Open($From, [IO.FileMode]::Open, [IO.FileAccess]::Read, [IO.FileShare]::ReadWrite)
  $target = [IO.File]::Open($To, [IO.FileMode]::Create, [IO.FileAccess]::Write)
  try {
    $buffer = New-Object byte[] 1048576
    $left = $Most
    while ($left -gt 0) {
      $count = $source.Read($buffer, 0, [int][Math]::Min($buffer.Length, $left))
      if ($count -le 0) { break }
      $target.Write($buffer, 0, $count)
      $left -= $count
    }
    $target.Flush($true)
  } finally {
    $source.Dispose()
    $target.Dispose()
  }
}

# Never with -Recurse: Windows PowerShell 5.1 would follow a link out of the folder, with the rights of SYSTEM.
function Remove-Parcel {
  $parcel = Join-Path $spool 'parcel'
  if (-not [IO.Directory]::Exists($parcel)) { return }
  if (-not ([IO.File]::GetAttributes($parcel) -band [IO.FileAttributes]::ReparsePoint)) {
    foreach ($name in 'package', 'note') { [IO.File]::Delete((Join-Path $parcel $name)) }
  }
  [IO.Directory]::Delete($parcel)
}

function Clear-New {
  foreach ($folder in $new, (Join-Path $own 'data')) { if (Test-Path $folder) { Remove-Item $folder -Recurse -Force } }
  foreach ($file in (Join-Path $spool 'healthy'), (Join-Path $spool 'trying'), $hold) { [IO.File]::Delete($file) }
}

function Get-Trial {
  $stage, $installed, $version, $attempt = (Read-Line $trialFile).Split(' ')
  return @{ Stage = $stage; Installed = $installed; Version = $version; Attempt = [int]$attempt }
}

function Assert-Copy($Note, [string]$Installed) {
  $package = Join-Path $new 'package.exe'
  if ($Note.arch -cne 'x64') { throw 'it is for another kind of machine' }
  $known = Read-Line $sequenceFile
  if ($known -ne '' -and [long]$Note.sequence -lt [long]$known) { throw 'a newer release was installed here' }
  if ([Version]$Note.version -le [Version]$Installed) { throw "$($Note.version) is not newer than $Installed" }
  if ((Test-Path $blacklist) -and ((Get-Content $blacklist) -ccontains $Note.version)) { throw "$($Note.version) failed here before" }
  if ((Get-Item $package).Length -ne [long]$Note.size) { throw 'the package has another size' }
  $file = [IO.File]::OpenRead($package)
  try { $sum = [Convert]::ToBase64String([Security.Cryptography.SHA512]::Create().ComputeHash($file)) } finally { $file.Dispose() }
  if ($sum -cne $Note.sha512) { throw 'the package is another one' }
  if (-not (Test-Path (Join-Path $own 'current.exe'))) { throw 'there is no installer to return to' }
}

# shell.ps1 starts nothing while the hold is there.
function Stop-Program {
  [IO.File]::WriteAllText($hold, '')
  Get-Process Anjungan -ErrorAction SilentlyContinue | Stop-Process -Force
  Start-Sleep -Seconds 3
}

# Never through a link: the folder belongs to the kiosk's user.
function Get-DataFiles([string]$Folder) {
  return @(Get-ChildItem $Folder -Filter 'lounge.db*' -File | Where-Object { -not ($_.Attributes -band [IO.FileAttributes]::ReparsePoint) })
}

function Save-Data {
  $kept = Join-Path $own 'data'
  $null = New-Item -ItemType Directory -Path $kept -Force
  foreach ($file in (Get-DataFiles $data)) { Copy-Item $file.FullName (Join-Path $kept $file.Name) }
}

function Restore-Data {
  $kept = Join-Path $own 'data'
  if (-not (Test-Path $kept)) { return }
  foreach ($file in (Get-DataFiles $data)) { [IO.File]::Delete($file.FullName) }
  foreach ($file in (Get-DataFiles $kept)) { Copy-Item $file.FullName (Join-Path $data $file.Name) }
}

function Install-Package([string]$Path) {
  $done = Start-Process -FilePath $Path -ArgumentList '/S' -Wait -PassThru
  if ($done.ExitCode -ne 0) { throw "the installer ended with $($done.ExitCode)" }
}

function Receive-Parcel {
  Clear-New
  $null = New-Item -ItemType Directory -Path $new
  try {
    Copy-Bounded (Join-Path $spool 'parcel\note') (Join-Path $new 'note') 8192
    $note = Read-SignedNote ([IO.File]::ReadAllBytes((Join-Path $new 'note'))) $keys
    Copy-Bounded (Join-Path $spool 'parcel\package') (Join-Path $new 'package.exe') ([long]$note.size + 1)
    $installed = Get-Installed
    Assert-Copy $note $installed
  } catch {
    Say "refused: $_"
    Remove-Parcel
    Clear-New
    return
  }
  Remove-Parcel
  Write-Line (Join-Path $new 'sequence.txt') $note.sequence
  $trial = @{ Installed = $installed; Version = $note.version; Attempt = 1 }
  Set-Trial 'copying' $trial
  Stop-Program
  try { Save-Data } catch {
    Say "the data cannot be kept aside; nothing is installed: $_"
    [IO.File]::Delete($trialFile)
    Clear-New
    return
  }
  [IO.File]::Delete((Join-Path $spool 'healthy'))
  Set-Trial 'installing' $trial
  try { Install-Package (Join-Path $new 'package.exe') } catch {
    Undo-Update $trial "$_"
    return
  }
  Set-Trial 'trying' $trial
  Watch-Probation $trial
}

# The program gives no numbers while it reads its own version here. Whatever lies there is removed, never written through.
function Set-Trying([string]$Version) {
  $trying = Join-Path $spool 'trying'
  $next = Join-Path $own 'trying.new'
  [IO.File]::WriteAllText($next, "$Version`n")
  [IO.File]::Delete($trying)
  [IO.File]::Move($next, $trying)
}

function Watch-Probation($Trial) {
  Set-Trying $Trial.Version
  [IO.File]::Delete($hold)
  $since = [Diagnostics.Stopwatch]::StartNew()
  while ($since.Elapsed.TotalSeconds -lt $probationSeconds) {
    $said = ''
    try { $said = Read-Line (Join-Path $spool 'healthy') } catch { Say "healthy cannot be read: $_" }
    if ($said.Trim() -ceq $Trial.Version) {
      Set-Trial 'keeping' $Trial
      Complete-Update
      Say "$($Trial.Version) is kept"
      return
    }
    Start-Sleep -Seconds 2
  }
  Undo-Update $Trial "not healthy within $probationSeconds seconds"
}

function Complete-Update {
  $sequence = Read-Line (Join-Path $new 'sequence.txt')
  if ($sequence -ne '') { Write-Line $sequenceFile $sequence }
  $package = Join-Path $new 'package.exe'
  if (Test-Path $package) {
    # After a power cut this first move may be done already.
    $current = Join-Path $own 'current.exe'
    if (Test-Path $current) { Move-Item $current (Join-Path $own 'previous.exe') -Force }
    Move-Item $package $current -Force
  }
  Clear-New
  [IO.File]::Delete($trialFile)
}

# Every step may be done again after a power cut.
function Undo-Update($Trial, [string]$Why) {
  Say "$($Trial.Version) goes back to $($Trial.Installed): $Why"
  Set-Trial 'returning' $Trial
  Stop-Program
  Install-Package (Join-Path $own 'current.exe')
  Restore-Data
  if (-not ((Test-Path $blacklist) -and ((Get-Content $blacklist) -ccontains $Trial.Version))) {
    Add-Content -Path $blacklist -Value $Trial.Version
  }
  # First of all: the data of before must not be given back a second time, over newer ones.
  [IO.File]::Delete($trialFile)
  Clear-New
}

function Resume-Trial {
  $trial = Get-Trial
  Say "going on with $($trial.Version): $($trial.Stage)"
  switch ($trial.Stage) {
    'copying' {
      [IO.File]::Delete($trialFile)
      Clear-New
    }
    'trying' {
      $trial.Attempt += 1
      if ($trial.Attempt -gt $mostAttempts) { Undo-Update $trial 'the power failed too often'; return }
      Set-Trial 'trying' $trial
      Watch-Probation $trial
    }
    'keeping' { Complete-Update }
    default { Undo-Update $trial 'interrupted' }
  }
}

if ($Keep -ne '') {
  Copy-Item $Keep (Join-Path $own 'current.exe.new') -Force
  Move-Item (Join-Path $own 'current.exe.new') (Join-Path $own 'current.exe') -Force
  exit 0
}
while ($true) {
  try {
    if (Test-Path $trialFile) { Resume-Trial } elseif (Test-Path (Join-Path $spool 'parcel')) { Receive-Parcel }
  } catch {
    # Such as a full disk: anything but a refusal may go better a minute later.
    Say "failed: $_"
    Start-Sleep -Seconds 60
  }
  Start-Sleep -Seconds 20
}

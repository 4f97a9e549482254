<#
  Makes a Windows 11 machine a locked one of Anjungan. In PowerShell as administrator; may be run again at any time.

    provision.ps1 -Mode kiosk|counter|display|hub [-Installer FILE.exe] [-Site FILE.json] [-Autologon Autologon64.exe] [-Port N]
    provision.ps1             again, as before
    provision.ps1 -Check      only says what differs; ends with 1 where something does

  README.md beside this file says what each step does, how to undo it, and what Windows 11 Pro cannot lock.
  Never run by its makers: they had no Windows.
#>
param(
  [ValidateSet('', 'kiosk', 'counter', 'display', 'hub')][string]$Mode = '',
  [string]$Installer = '',
  [string]$Site = '',
  [string]$Autologon = '',
  [ValidateRange(1, 65535)][int]$Port = 8443,
  [switch]$Check
)
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

$user = 'anjungan'
$base = Join-Path $env:ProgramData 'Anjungan'
$data = Join-Path $base 'data'
$spool = Join-Path $base 'update-spool'
$own = Join-Path $env:ProgramData 'AnjunganUpdate'
$program = Join-Path $env:ProgramFiles 'Anjungan\Anjungan.exe'
$modeFile = Join-Path $base 'mode.txt'
$powershell = Join-Path $env:SystemRoot 'System32\WindowsPowerShell\v1.0\powershell.exe'
$shell = "`"$powershell`" -NoProfile -ExecutionPolicy Bypass -WindowStyle Hidden -File `"$base\shell.ps1`""
$script:found = 0

# Says what differs; a run mends it.
function Want([string]$What, [scriptblock]$IsSo, [scriptblock]$Mend) {
  $so = $false
  try { $so = [bool](& $IsSo) } catch { $so = $false }
  if ($so) { return }
  $script:found += 1
  if ($Check) { Write-Output "differs: $What"; return }
  Write-Output $What
  & $Mend
}

function Get-Value([string]$Key, [string]$Name) {
  $item = Get-ItemProperty -Path $Key -Name $Name -ErrorAction SilentlyContinue
  if ($null -eq $item) { return $null }
  return $item.$Name
}

# Numbers are DWORDs, words are strings.
function Want-Value([string]$Key, [string]$Name, $Value) {
  $type = if ($Value -is [int]) { 'DWord' } else { 'String' }
  Want "$Key\$Name = $Value" { (Get-Value $Key $Name) -ceq $Value } {
    if (-not (Test-Path $Key)) { $null = New-Item -Path $Key -Force }
    $null = New-ItemProperty -Path $Key -Name $Name -Value $Value -PropertyType $type -Force
  }
}

function Get-UserSid { return (Get-LocalUser -Name $user).SID.Value }

# The password is known to Windows alone: nobody signs in with it by hand.
function New-Password {
  $bytes = New-Object byte[] 24
  [Security.Cryptography.RandomNumberGenerator]::Create().GetBytes($bytes)
  return 'A1!' + [Convert]::ToBase64String($bytes)
}

function Set-UserAndLogon {
  $password = New-Password
  $secure = ConvertTo-SecureString $password -AsPlainText -Force
  if (Get-LocalUser -Name $user -ErrorAction SilentlyContinue) {
    Set-LocalUser -Name $user -Password $secure
  } else {
    $null = New-LocalUser -Name $user -Password $secure -PasswordNeverExpires -UserMayNotChangePassword -Description 'Anjungan'
    Add-LocalGroupMember -SID 'S-1-5-32-545' -Member $user
  }
  # Signing in once makes the folder with the user's part of the registry.
  $credential = New-Object Management.Automation.PSCredential ($user, $secure)
  Start-Process -FilePath "$env:SystemRoot\System32\cmd.exe" -ArgumentList '/c exit' -Credential $credential -LoadUserProfile `
    -WorkingDirectory $env:SystemRoot -Wait
  $winlogon = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon'
  if ($Autologon -ne '') {
    Start-Process -FilePath $Autologon -ArgumentList @('/accepteula', $user, $env:COMPUTERNAME, $password) -Wait
  } else {
    Set-ItemProperty $winlogon DefaultPassword $password
    Write-Warning 'The password of the kiosk user stands readable in the registry; -Autologon keeps it as a secret of LSA.'
  }
  Set-ItemProperty $winlogon DefaultUserName $user
  Set-ItemProperty $winlogon DefaultDomainName $env:COMPUTERNAME
  Set-ItemProperty $winlogon AutoAdminLogon '1'
}

# Only SYSTEM and administrators write; the kiosk's user where it says so.
function Want-Folder([string]$Path, [string]$UserRight) {
  $sid = Get-UserSid
  $marks = @('*S-1-5-18:(OI)(CI)F', '*S-1-5-32-544:(OI)(CI)F')
  if ($UserRight -ne '') { $marks += "*${sid}:(OI)(CI)$UserRight" }
  Want "$Path and who may write there ($UserRight)" {
    $acl = Get-Acl $Path
    $named = @($acl.Access | Where-Object { $_.IdentityReference.Value -like "*\$user" })
    $others = @($acl.Access | Where-Object { $_.IdentityReference.Translate([Security.Principal.SecurityIdentifier]).Value -notin 'S-1-5-18', 'S-1-5-32-544', $sid })
    $right = if ($UserRight -eq 'M') { 'Modify' } else { 'ReadAndExecute' }
    $acl.AreAccessRulesProtected -and $others.Count -eq 0 -and
      ($(if ($UserRight -eq '') { $named.Count -eq 0 } else { $named.Count -eq 1 -and "$($named[0].FileSystemRights)" -like "$right*" }))
  } {
    $null = New-Item -ItemType Directory -Path $Path -Force
    $null = & icacls.exe $Path /inheritance:r /grant:r $marks
    if ($LASTEXITCODE -ne 0) { throw "icacls ended with $LASTEXITCODE" }
  }
}

function Want-Copy([string]$From, [string]$To) {
  Want $To { (Get-FileHash $From).Hash -eq (Get-FileHash $To).Hash } { Copy-Item $From $To -Force }
}

function Want-Power([string]$Group, [string]$Setting, [int]$Value, [string]$What) {
  # The last two numbers of the answer are those for mains and battery, whatever the language.
  Want "power: $What" {
    $numbers = @([regex]::Matches((& powercfg.exe /query SCHEME_CURRENT $Group $Setting | Out-String), '0x[0-9a-fA-F]{8}') | ForEach-Object { [Convert]::ToInt64($_.Value, 16) })
    $numbers.Count -ge 2 -and $numbers[-1] -eq $Value -and $numbers[-2] -eq $Value
  } {
    & powercfg.exe /setacvalueindex SCHEME_CURRENT $Group $Setting $Value
    & powercfg.exe /setdcvalueindex SCHEME_CURRENT $Group $Setting $Value
    & powercfg.exe /setactive SCHEME_CURRENT
  }
}

function Want-Task([string]$Name, [string]$Arguments) {
  Want "task $Name" {
    $task = Get-ScheduledTask -TaskName $Name
    $task.State -ne 'Disabled' -and $task.Principal.UserId -eq 'SYSTEM' -and $task.Actions[0].Arguments -eq $Arguments
  } {
    $action = New-ScheduledTaskAction -Execute $powershell -Argument $Arguments
    $settings = New-ScheduledTaskSettingsSet -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries -ExecutionTimeLimit ([TimeSpan]::Zero) `
      -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) -MultipleInstances IgnoreNew
    $principal = New-ScheduledTaskPrincipal -UserId 'SYSTEM' -LogonType ServiceAccount -RunLevel Highest
    $null = Register-ScheduledTask -TaskName $Name -Action $action -Trigger (New-ScheduledTaskTrigger -AtStartup) `
      -Settings $settings -Principal $principal -Force
  }
}

function Get-ShellLauncher { return [wmiclass]'\\localhost\root\standardcimv2\embedded:WESL_UserSetting' }

# Enterprise, Education and IoT Enterprise have Shell Launcher; Pro has only the user's own value.
function Want-Shell {
  $edition = (Get-CimInstance Win32_OperatingSystem).OperatingSystemSKU
  $sid = Get-UserSid
  if ($edition -in 4, 27, 70, 72, 84, 121, 122, 125, 126, 161, 162, 188, 191) {
    Want 'the Windows feature Shell Launcher' { (Get-WindowsOptionalFeature -Online -FeatureName 'Client-EmbeddedShellLauncher').State -eq 'Enabled' } {
      $null = Enable-WindowsOptionalFeature -Online -FeatureName 'Client-EmbeddedShellLauncher' -All -NoRestart
    }
    Want 'the shell of the kiosk user (Shell Launcher)' { (Get-ShellLauncher).GetCustomShell($sid).Shell -eq $shell -and (Get-ShellLauncher).IsEnabled().Enabled } {
      $launcher = Get-ShellLauncher
      # Everybody else keeps the desktop. shell.ps1 ends by accident only: 0 starts it again; 75, were it passed on, does nothing (3).
      $null = $launcher.SetDefaultShell('explorer.exe', 0)
      try { $null = $launcher.RemoveCustomShell($sid) } catch { Write-Verbose 'there was none' }
      $null = $launcher.SetCustomShell($sid, $shell, @(75), @(3), 0)
      $null = $launcher.SetEnabled($true)
    }
    return
  }
  if (-not $Check) { Write-Warning 'This edition has no Shell Launcher: Ctrl+Alt+Del and some keys stay open. README.md says which.' }
  Want-Value "Registry::HKEY_USERS\$sid\Software\Microsoft\Windows NT\CurrentVersion\Winlogon" 'Shell' $shell
}

function Want-UserSettings {
  $root = "Registry::HKEY_USERS\$(Get-UserSid)"
  $policies = "$root\Software\Microsoft\Windows\CurrentVersion\Policies"
  foreach ($name in 'DisableTaskMgr', 'DisableLockWorkstation', 'DisableChangePassword', 'DisableRegistryTools') { Want-Value "$policies\System" $name 1 }
  foreach ($name in 'NoWinKeys', 'NoLogoff', 'NoViewContextMenu', 'NoDriveTypeAutoRun') {
    Want-Value "$policies\Explorer" $name $(if ($name -eq 'NoDriveTypeAutoRun') { 255 } else { 1 })
  }
  Want-Value "$root\Software\Policies\Microsoft\Windows\CurrentVersion\PushNotifications" 'NoToastApplicationNotification' 1
  Want-Value "$root\Software\Microsoft\Windows\CurrentVersion\UserProfileEngagement" 'ScoobeSystemSettingEnabled' 0
  # No sticky keys by five times Shift, no filter keys, no toggle keys.
  Want-Value "$root\Control Panel\Accessibility\StickyKeys" 'Flags' '506'
  Want-Value "$root\Control Panel\Accessibility\Keyboard Response" 'Flags' '122'
  Want-Value "$root\Control Panel\Accessibility\ToggleKeys" 'Flags' '58'
  # The program has its own keyboard on the page; gestures with three and four fingers leave it; a long press is no menu.
  Want-Value "$root\Software\Microsoft\TabletTip\1.7" 'EnableDesktopModeAutoInvoke' 0
  Want-Value "$root\Software\Microsoft\TabletTip\1.7" 'TipbandDesiredVisibility' 0
  Want-Value "$root\Control Panel\Desktop" 'TouchGestureSetting' 0
  Want-Value "$root\Software\Microsoft\Wisp\Touch" 'TouchMode_hold' 0
  Want-Value "$root\Control Panel\Desktop" 'ScreenSaveActive' '0'
}

function Want-MachineSettings {
  $policies = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows'
  Want-Value "$policies\EdgeUI" 'AllowEdgeSwipe' 0
  Want-Value "$policies\Personalization" 'NoLockScreen' 1
  Want-Value "$policies\OOBE" 'DisablePrivacyExperience' 1
  Want-Value "$policies\CloudContent" 'DisableWindowsConsumerFeatures' 1
  Want-Value 'HKLM:\SOFTWARE\Policies\Microsoft\Dsh' 'AllowNewsAndInterests' 0
  $system = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System'
  Want-Value $system 'EnableFirstLogonAnimation' 0
  Want-Value $system 'HideFastUserSwitching' 1
  Want-Value $system 'DisableAutomaticRestartSignOn' 0
  # A box about a crash would wait for somebody to close it.
  Want-Value 'HKLM:\SOFTWARE\Microsoft\Windows\Windows Error Reporting' 'DontShowUI' 1
  $update = "$policies\WindowsUpdate"
  Want-Value $update 'SetActiveHours' 1
  Want-Value $update 'ActiveHoursStart' 5
  Want-Value $update 'ActiveHoursEnd' 22
  Want-Value $update 'SetUpdateNotificationLevel' 1
  Want-Value $update 'UpdateNotificationLevel' 2
  Want-Value "$update\AU" 'AUOptions' 4
  Want-Value "$update\AU" 'ScheduledInstallDay' 0
  Want-Value "$update\AU" 'ScheduledInstallTime' 22
  # It is always signed in: Windows never restarts by itself, the weekly task does.
  Want-Value "$update\AU" 'NoAutoRebootWithLoggedOnUsers' 1
  Want 'task Anjungan weekly restart' { (Get-ScheduledTask -TaskName 'Anjungan weekly restart').State -ne 'Disabled' } {
    $null = Register-ScheduledTask -TaskName 'Anjungan weekly restart' -User 'SYSTEM' -RunLevel Highest -Force `
      -Action (New-ScheduledTaskAction -Execute "$env:SystemRoot\System32\shutdown.exe" -Argument '/r /t 60') `
      -Trigger (New-ScheduledTaskTrigger -Weekly -DaysOfWeek Sunday -At '23:30')
  }
  # Fast startup keeps a kernel for weeks; what is shut down is to start anew.
  Want-Value 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Power' 'HiberbootEnabled' 0
  Want 'no hibernation' { (Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Control\Power' 'HibernateEnabled') -eq 0 } { & powercfg.exe /hibernate off }
  Want-Power 'SUB_SLEEP' 'STANDBYIDLE' 0 'never sleeps'
  Want-Power 'SUB_VIDEO' 'VIDEOIDLE' 0 'the screen stays on'
  Want-Power 'SUB_BUTTONS' 'LIDACTION' 0 'a lid does nothing'
  Want-Power '2a737441-1930-4402-8d77-b2bebba308a3' '48e6b7a6-50f5-4782-a5d4-53bb8f07e226' 0 'USB ports keep their power'
}

function Want-Network {
  if ($Mode -notin 'kiosk', 'hub') { return }
  Want "port $Port from the local network" {
    $rule = Get-NetFirewallRule -Name 'Anjungan-lounge'
    $rule.Enabled -eq 'True' -and $rule.Profile -eq 'Private' -and ($rule | Get-NetFirewallPortFilter).LocalPort -eq "$Port"
  } {
    Remove-NetFirewallRule -Name 'Anjungan-lounge' -ErrorAction SilentlyContinue
    $null = New-NetFirewallRule -Name 'Anjungan-lounge' -DisplayName 'Anjungan' -Direction Inbound -Action Allow -Protocol TCP `
      -LocalPort $Port -Program $program -Profile Private -RemoteAddress LocalSubnet
  }
}

function Want-Update {
  Want 'the keys of updates' { Test-Path "$own\keys" } {
    $null = New-Item -ItemType Directory -Path "$own\keys"
    # Copied when a machine is set up and never by an installer: a package must not bring the key it is judged by.
    $brought = Join-Path $PSScriptRoot '..\update-keys'
    if (Test-Path $brought) { Copy-Item "$brought\*.pem" "$own\keys" } else { Write-Warning 'No keys: this machine takes no updates.' }
  }
  if ($Installer -ne '') {
    Want 'the installer to return to' { (Get-FileHash $Installer).Hash -eq (Get-FileHash "$own\current.exe").Hash } {
      & $powershell -NoProfile -ExecutionPolicy Bypass -File "$own\update.ps1" -Keep (Resolve-Path $Installer).Path
    }
  } elseif (-not (Test-Path "$own\current.exe")) {
    Write-Warning 'There is no installer to return to after a bad update; say -Installer FILE.exe'
    if ($Check) { $script:found += 1 }
  }
}

if ($Mode -eq '' -and (Test-Path $modeFile)) { $Mode = (Get-Content $modeFile -TotalCount 1).Trim() }
if ($Mode -eq '') { throw 'say -Mode kiosk, counter, display or hub' }
if ($Installer -ne '') {
  Want "the program: $Installer" { Test-Path $program } { Start-Process -FilePath $Installer -ArgumentList '/S' -Wait }
}
if (-not (Test-Path $program)) { throw 'the program is not installed; say -Installer FILE.exe' }

Want "user $user, signed in at the start" {
  (Get-LocalUser -Name $user).Enabled -and (Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon' 'AutoAdminLogon') -eq '1' -and
    (Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon' 'DefaultUserName') -eq $user
} { Set-UserAndLogon }
if (-not (Get-LocalUser -Name $user -ErrorAction SilentlyContinue)) { Write-Output 'nothing else can be checked without the user'; exit 1 }

Want-Folder $base 'RX'
Want-Folder $data 'M'
Want-Folder $spool 'M'
Want-Folder $own ''
# The one file there that the program reads, by its name: which versions failed here.
Want "$own\blacklist.txt" { @((Get-Acl "$own\blacklist.txt").Access | Where-Object { $_.IdentityReference.Value -like "*\$user" }).Count -eq 1 } {
  if (-not (Test-Path "$own\blacklist.txt")) { $null = New-Item -ItemType File -Path "$own\blacklist.txt" }
  $null = & icacls.exe "$own\blacklist.txt" /grant "*$(Get-UserSid):R"
  if ($LASTEXITCODE -ne 0) { throw "icacls ended with $LASTEXITCODE" }
}
Want "mode $Mode" { (Get-Content $modeFile -TotalCount 1) -eq $Mode } { Set-Content -Path $modeFile -Value $Mode }
foreach ($name in 'update.ps1', 'signed-note.ps1', 'heartbeat.ps1') { Want-Copy (Join-Path $PSScriptRoot $name) (Join-Path $own $name) }
# The kiosk's user runs this one, and may not change it.
Want-Copy (Join-Path $PSScriptRoot 'shell.ps1') (Join-Path $base 'shell.ps1')
if ($Site -ne '') { Want-Copy $Site (Join-Path $data 'site.json') }

# The user's part of the registry is there only while that user is signed in; loaded by hand otherwise.
$sid = Get-UserSid
$loaded = $false
if (-not (Test-Path "Registry::HKEY_USERS\$sid")) {
  $profileFolder = Get-Value "HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList\$sid" 'ProfileImagePath'
  $null = & reg.exe load "HKU\$sid" "$profileFolder\NTUSER.DAT"
  if ($LASTEXITCODE -ne 0) { throw 'the registry of the kiosk user cannot be loaded' }
  $loaded = $true
}
try {
  Want-UserSettings
  Want-Shell
} finally {
  if ($loaded) {
    [GC]::Collect()
    $null = & reg.exe unload "HKU\$sid"
  }
}
Want-MachineSettings
Want-Network
Want-Update
Want-Task 'Anjungan heartbeat' "-NoProfile -ExecutionPolicy Bypass -WindowStyle Hidden -File `"$own\heartbeat.ps1`""
Want-Task 'Anjungan update' "-NoProfile -ExecutionPolicy Bypass -WindowStyle Hidden -File `"$own\update.ps1`""

if ($Check) {
  if ($script:found -eq 0) { Write-Output 'nothing differs' }
  exit $(if ($script:found -eq 0) { 0 } else { 1 })
}
if ($script:found -eq 0) { Write-Output 'nothing to do' } else { Write-Output "done: $($script:found) changes; restart Windows now" }

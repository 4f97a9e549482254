<#
  The shell of the kiosk's user: stands behind the program, starts it, and starts it again however it ended.
  Where no window covers it, it says in large letters what to do: a dead program is never a black screen.
  An end with 75 is a technician who has left the program: the desktop comes, and the program again when Windows restarts.
#>
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Windows.Forms
Add-Type -AssemblyName System.Drawing

$program = Join-Path $env:ProgramFiles 'Anjungan\Anjungan.exe'
$base = Join-Path $env:ProgramData 'Anjungan'
$hold = Join-Path $base 'hold'
$mode = (Get-Content (Join-Path $base 'mode.txt') -TotalCount 1).Trim()

$starting = "Mohon tunggu sebentar.`nAnjungan sedang disiapkan.`n`nJika lama, silakan ke meja petugas."
$broken = "Anjungan rusak.`n`nSilakan ke meja petugas."
$service = "Anjungan sedang dirawat.`n`nSilakan ke meja petugas."

$screen = New-Object System.Windows.Forms.Form
$screen.FormBorderStyle = 'None'
$screen.StartPosition = 'Manual'
$screen.Bounds = [System.Windows.Forms.SystemInformation]::VirtualScreen
$screen.BackColor = [System.Drawing.ColorTranslator]::FromHtml('#123a5a')
$screen.ShowInTaskbar = $false
# Only this script ends it.
$screen.Add_FormClosing({ param($from, $what) if ($what.CloseReason -eq 'UserClosing') { $what.Cancel = $true } })
$words = New-Object System.Windows.Forms.Label
$words.Dock = 'Fill'
$words.TextAlign = 'MiddleCenter'
$words.ForeColor = [System.Drawing.Color]::White
$points = [Math]::Max(20, [int]($screen.Bounds.Width / 32))
$words.Font = New-Object System.Drawing.Font('Segoe UI', $points)
$words.Text = $starting
$screen.Controls.Add($words)

$state = @{ Process = $null; Since = $null; QuickEnds = 0; NextStart = [DateTime]::MinValue; Left = $false }

function Start-Program {
  $arguments = '--data "{0}" --mode {1}' -f (Join-Path $base 'data'), $mode
  $state.Process = Start-Process -FilePath $program -ArgumentList $arguments -PassThru
  # Without a look at the handle now there is no exit code later.
  $null = $state.Process.Handle
  $state.Since = [Diagnostics.Stopwatch]::StartNew()
}

function Watch-End {
  $code = $state.Process.ExitCode
  $quick = $state.Since.Elapsed.TotalSeconds -lt 60
  $state.Process = $null
  if ($code -eq 75) {
    $words.Text = $service
    $state.Left = $true
    Start-Process explorer.exe
    return
  }
  if ($code -eq 0) { $words.Text = $starting } else { $words.Text = $broken }
  if ($quick) { $state.QuickEnds += 1 } else { $state.QuickEnds = 0 }
  # It goes on trying without end, but not so fast that the machine is busy with nothing else.
  if ($state.QuickEnds -ge 5) { $pause = 60 } else { $pause = 3 }
  $state.NextStart = [DateTime]::UtcNow.AddSeconds($pause)
}

$tick = New-Object System.Windows.Forms.Timer
$tick.Interval = 1000
$tick.Add_Tick({
  try {
    if ($state.Process) {
      if ($state.Process.HasExited) { Watch-End }
      return
    }
    if ($state.Left) { return }
    # An update is being installed.
    if (Test-Path $hold) { $words.Text = $starting; return }
    $wait = $state.NextStart - [DateTime]::UtcNow
    # A clock that was set back must not make it wait for years.
    if ($wait.TotalSeconds -gt 0 -and $wait.TotalSeconds -le 60) { return }
    Start-Program
  } catch {
    $words.Text = $broken
    $state.NextStart = [DateTime]::UtcNow.AddSeconds(10)
  }
})
$tick.Start()
[System.Windows.Forms.Application]::Run($screen)

<#
  Task "Anjungan heartbeat", as SYSTEM from the start of Windows. The program touches DATA\run\alive while its main loop,
  its page and its database are well. Where the file stands still for two minutes, the program is ended, and shell.ps1
  starts it again; where that does not help for half an hour, Windows restarts, three times in a row at the most.
  Time is counted here, not read from the clock: clocks of these machines lie.
#>
Set-StrictMode -Version 2
$ErrorActionPreference = 'Continue'

$alive = Join-Path $env:ProgramData 'Anjungan\data\run\alive'
$hold = Join-Path $env:ProgramData 'Anjungan\hold'
$restarts = Join-Path $env:ProgramData 'AnjunganUpdate\restarts.txt'

$seen = ''
$sinceBeat = [Diagnostics.Stopwatch]::StartNew()
$sinceKill = [Diagnostics.Stopwatch]::StartNew()
while ($true) {
  Start-Sleep -Seconds 10
  # Installing, or left to a technician: nothing is expected to beat.
  if ((Test-Path $hold) -or (Get-Process explorer -ErrorAction SilentlyContinue)) {
    $sinceBeat.Restart()
    continue
  }
  $now = ''
  if (Test-Path $alive) { $now = [string](Get-Item $alive).LastWriteTimeUtc.Ticks }
  if ($now -ne '' -and $now -ne $seen) {
    if ($seen -ne '' -and (Test-Path $restarts)) { Remove-Item $restarts }
    $seen = $now
    $sinceBeat.Restart()
    continue
  }
  if ($sinceBeat.Elapsed.TotalMinutes -ge 30) {
    $count = 0
    if (Test-Path $restarts) { $count = [int](Get-Content $restarts -TotalCount 1) }
    if ($count -lt 3) {
      Set-Content -Path $restarts -Value ($count + 1)
      Restart-Computer -Force
    }
  }
  # A start may take two minutes too: a migration, a slow disk.
  if ($sinceBeat.Elapsed.TotalSeconds -ge 120 -and $sinceKill.Elapsed.TotalSeconds -ge 120) {
    Get-Process Anjungan -ErrorAction SilentlyContinue | Stop-Process -Force
    $sinceKill.Restart()
  }
}

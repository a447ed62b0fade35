// A battery as in a PC's firmware. Its state is memory that the host writes (Gauge.java). The
// kernel's ACPI driver reads it at each query.
DefinitionBlock ("", "SSDT", 2, "DEVAGT", "BATTERY", 1)
{
  OperationRegion (GAUG, SystemMemory, 0x7f000000, 0x0c)
  Field (GAUG, DWordAcc, NoLock, Preserve)
  {
    PRES, 32,
    PERC, 32,
    STAT, 32 // POWER_SUPPLY_STATUS: 1 charging, 2 discharging
  }

  Scope (\_SB)
  {
    Device (BAT0)
    {
      Name (_HID, EisaId ("PNP0C0A"))
      Method (_STA)
      {
        If (PRES == 1) { Return (0x1f) }
        Return (0x0f)
      }
      Method (_BIF)
      {
        Return (Package () { 1, 10000, 10000, 1, 3700, 500, 100, 1, 1, "virtual", "1", "LION", "QEMU" })
      }
      Method (_BST)
      {
        Local0 = Package () { 0, 0, 0, 3700 }
        If (STAT == 1)
        {
          Local0 [0] = 2
          Local0 [1] = 500
        }
        If (STAT == 2)
        {
          Local0 [0] = 1
          Local0 [1] = 500
        }
        Local0 [2] = PERC * 100
        Return (Local0)
      }
      Method (_PCL) { Return (Package () { \_SB }) }
    }
  }
}

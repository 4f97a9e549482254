import type { StaffRole } from '../../../contract/principal.ts';
import { useWords } from '../../i18n/staff.ts';
import { SelectField } from '../parts/controls.tsx';

const order = ['operator', 'verifier', 'signer', 'supervisor'] as const satisfies StaffRole[];

export function RoleField({
  role,
  disabled = false,
  onChange,
}: {
  role: StaffRole;
  disabled?: boolean;
  onChange: (role: StaffRole) => void;
}) {
  const { words } = useWords();
  const said = words.admin.people;
  return (
    <SelectField
      label={said.role}
      hint={said.roleNotes[role]}
      value={role}
      disabled={disabled}
      options={order.map((key) => [key, said.roles[key]])}
      onChange={onChange}
    />
  );
}

import { Menu } from '@base-ui/react/menu'
import { Check, SlidersHorizontal } from 'lucide-react'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { Button } from '../../ui/button.tsx'
import menu from '../../ui/menu.module.css'
import { COLUMNS, useColumns } from './case-columns.ts'

/** Which columns the list has. The menu stays open while one chooses. */
export function ColumnMenu() {
  const shown = useColumns((s) => s.shown)
  return (
    <Menu.Root>
      <Menu.Trigger
        render={
          <Button variant="quiet" icon={<SlidersHorizontal aria-hidden />}>
            {casesText.columns.choose}
          </Button>
        }
      />
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} sideOffset={4} align="end">
          <Menu.Popup className={menu.popup}>
            {COLUMNS.filter((column) => !column.always).map(({ id, title }) => (
              <Menu.CheckboxItem
                key={id}
                className={menu.item}
                checked={shown.includes(id)}
                closeOnClick={false}
                onCheckedChange={() => useColumns.getState().toggle(id)}
              >
                <span className={menu.icon}>
                  <Menu.CheckboxItemIndicator>
                    <Check aria-hidden />
                  </Menu.CheckboxItemIndicator>
                </span>
                {title}
              </Menu.CheckboxItem>
            ))}
            <Menu.Separator className={menu.separator} />
            <Menu.Item className={menu.item} onClick={() => useColumns.getState().asUsual()}>
              <span className={menu.icon} />
              {casesText.columns.usual}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

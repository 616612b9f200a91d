import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { useHref } from 'react-router';

interface LinkButtonProps {
  /** Where it leads, as the router has it, e.g. `/requests/new`. */
  readonly to: string;
  readonly primary?: boolean;
  readonly small?: boolean;
  readonly children: ReactNode;
}

/** A link that looks like the buttons it stands among. */
export const LinkButton = ({ to, primary = false, small = false, children }: LinkButtonProps): ReactNode => (
  <Button href={useHref(to)} type={primary ? 'primary' : 'default'} size={small ? 'small' : 'medium'}>
    {children}
  </Button>
);

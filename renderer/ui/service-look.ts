import {
  Armchair,
  Baby,
  Banknote,
  BookOpen,
  Briefcase,
  Building2,
  Car,
  CircleHelp,
  Droplets,
  FileCheck,
  FileText,
  Fish,
  GraduationCap,
  Hammer,
  HeartPulse,
  House,
  HouseHeart,
  IdCard,
  Landmark,
  Leaf,
  type LucideIcon,
  Map as MapIcon,
  MapPin,
  MessageCircle,
  Receipt,
  Scale,
  Shield,
  Sprout,
  Stethoscope,
  Store,
  UsersRound,
  Wallet,
  Wheat,
} from 'lucide-react';
import { createElement, type ReactElement } from 'react';

/** Icons a service may name in its settings, by lucide's own names. */
const icons: Record<string, LucideIcon> = {
  armchair: Armchair,
  baby: Baby,
  banknote: Banknote,
  'book-open': BookOpen,
  briefcase: Briefcase,
  'building-2': Building2,
  car: Car,
  droplets: Droplets,
  'file-check': FileCheck,
  'file-text': FileText,
  fish: Fish,
  'graduation-cap': GraduationCap,
  hammer: Hammer,
  'heart-pulse': HeartPulse,
  house: House,
  'house-heart': HouseHeart,
  'id-card': IdCard,
  landmark: Landmark,
  leaf: Leaf,
  map: MapIcon,
  'map-pin': MapPin,
  'message-circle': MessageCircle,
  receipt: Receipt,
  scale: Scale,
  shield: Shield,
  sprout: Sprout,
  stethoscope: Stethoscope,
  store: Store,
  'users-round': UsersRound,
  wallet: Wallet,
  wheat: Wheat,
};

export const iconNames: readonly string[] = Object.keys(icons);

export function ServiceIcon({ name }: { name: string }): ReactElement {
  return createElement(icons[name] ?? CircleHelp);
}

/** The hue of a service and what is written on it: white where that has 4.5:1, else ink. For React's `style`. */
export function hueStyle(hue: string): Record<`--${string}`, string> {
  return { '--hue': hue, '--on-hue': contrastWithWhite(hue) >= 4.5 ? '#ffffff' : '#1f1b2d' };
}

/** WCAG 2.2 contrast ratio of "#rrggbb" with white. */
function contrastWithWhite(hue: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(hue.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 1.05 / (0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) + 0.05);
}
